import type { Diagnostic, Fix, RelatedLocation } from '../diagnostics/diagnostic.ts';
import { limited } from '../diagnostics/limited.ts';
import type { OpenOptions } from '../format.ts';
import { plain, type Span } from '../source/span.ts';
import { keySpanAt, type LocatedDocument, spanAt } from './document.ts';
import type { Path } from './locator.ts';
import type { RuleInfo } from './rule-info.ts';
import { spanWithin } from './span-within.ts';

/** What a rule found, at a place in one of the pack's files. */
export interface Finding {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly RelatedLocation[];
  readonly fix?: Fix;
}

export type Words = Pick<Finding, 'message' | 'hint' | 'related' | 'fix'>;

/** A finding at the value of a path. */
export function atValue(document: LocatedDocument<unknown>, path: Path, words: Words): Finding {
  return { file: document.file, span: plain(spanAt(document, path)), ...words };
}

/** A finding at a part of the text at a path; at all of it where the part is not known. */
export function atPart(
  document: LocatedDocument<unknown>,
  path: Path,
  part: Span | undefined,
  words: Words,
): Finding {
  if (!part) return atValue(document, path, words);
  return { file: document.file, span: spanWithin(document, path, part.start, part.end), ...words };
}

/** A finding at the key of a path; in a list, at the item. */
export function atKey(document: LocatedDocument<unknown>, path: Path, words: Words): Finding {
  return { file: document.file, span: plain(keySpanAt(document, path)), ...words };
}

/** A place in a document, to be shown beside a finding. */
export function related(document: LocatedDocument<unknown>, path: Path, message: string): RelatedLocation {
  return { file: document.file, span: plain(spanAt(document, path)), message };
}

/** The same where something is written at the path, and nothing elsewhere. */
export function relatedIfWritten(
  document: LocatedDocument<unknown>,
  path: Path,
  message: string,
): readonly RelatedLocation[] {
  return document.locator?.node(path) ? [related(document, path, message)] : [];
}

/** An edit of the value at a path. */
export function replaceValue(
  document: LocatedDocument<unknown>,
  path: Path,
  newText: string,
  title: string,
): Fix {
  return { title, edits: [{ file: document.file, span: plain(spanAt(document, path)), newText }] };
}

/** An edit of the key at a path. */
export function replaceKey(
  document: LocatedDocument<unknown>,
  path: Path,
  newText: string,
  title: string,
): Fix {
  return { title, edits: [{ file: document.file, span: plain(keySpanAt(document, path)), newText }] };
}

/** What rules find in a pack, each the first thousand times at most. */
export function findingsOf<Pack>(
  rules: readonly (RuleInfo & { check(pack: Pack): Iterable<Finding> })[],
  pack: Pack,
  { verdictOnly = false }: Pick<OpenOptions, 'verdictOnly'> = {},
): Diagnostic[] {
  const asked = verdictOnly ? rules.filter(({ severity }) => severity === 'error') : rules;
  return asked.flatMap((rule) => {
    const { code, severity } = rule;
    return limited(rule.check(pack), (finding) => ({ code, severity, ...finding }));
  });
}
