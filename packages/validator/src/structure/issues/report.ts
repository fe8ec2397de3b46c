import type { z } from 'zod';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import type { DocumentKind } from '../document.ts';
import type { Locator, Path } from '../locator.ts';

/** A document whose structure was found at fault. */
export interface FaultyDocument {
  readonly file: string;
  readonly text: string;
  readonly kind: DocumentKind<unknown>;
  readonly value: unknown;
  readonly locator: Locator;
}

export type Issue = z.core.$ZodIssue;

/** What is said of one issue. */
export type Report = Pick<Diagnostic, 'code' | 'message' | 'span'> & {
  readonly hint?: string | undefined;
  readonly fix?: Fix | undefined;
};

/** A place as an author would say it: `timeout`, `entry 2 of actions`. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  if (typeof last !== 'number') return `\`${String(last)}\``;
  return `entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

/** The decoded value at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** The author's text of a span. */
export function sourceOf({ text }: FaultyDocument, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The one edit that puts another text into a span. */
export function replacing(
  { file }: FaultyDocument,
  { start, end }: Span,
  newText: string,
  title: string,
): Fix {
  return { title, edits: [{ file, span: { start, end }, newText }] };
}
