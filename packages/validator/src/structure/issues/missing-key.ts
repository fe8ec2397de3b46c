import type { z } from 'zod';
import type { Span } from '../../source/span.ts';
import type { YamlPair } from '../../source/yaml-node.ts';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { shapeAt } from '../shape.ts';
import { describeType, quote } from '../wording.ts';
import { placeOf } from './missing-place.ts';
import { type FaultyDocument, nameOf, type Report } from './report.ts';
import { schemasAt } from './schema-walk.ts';

/** A required thing that is not there at all, or whose value was left out. */
export function missing(document: FaultyDocument, path: Path): Report {
  const key = path.at(-1);
  const { code } = pckRules.missing;
  if (key === undefined) return nothing(document);
  const written = document.locator.pair(path);
  if (written) return empty(document, path, emptyPair(document.text, written));
  const parent = path.slice(0, -1);
  const { span, beside } = placeOf(document, path);
  const whole = parent.length === 0 ? document.kind.title : nameOf(parent);
  const hint = `add \`${exampleOf(document, path)}\`${beside ? ` ${beside}` : ''}`;
  return { code, span, message: `${whole} has no ${quote(String(key))}`, hint };
}

/** A required thing that says nothing. */
export function empty(document: FaultyDocument, path: Path, span: Span): Report {
  const hint =
    typeof path.at(-1) === 'number'
      ? 'write it, or remove the entry'
      : `write \`${exampleOf(document, path)}\``;
  return { code: pckRules.missing.code, span, message: `${nameOf(path)} is empty`, hint };
}

/** A document that is null. */
function nothing(document: FaultyDocument): Report {
  const { kind, locator } = document;
  const [first] = kind.shape.kind === 'struct' ? kind.shape.fields.keys() : [];
  const hint = first === undefined ? 'write its content' : `begin with \`${exampleOf(document, [first])}\``;
  return { code: pckRules.missing.code, span: locator.at([]), message: `${kind.title} is empty`, hint };
}

/** How a key may be written: by an example of the schema where it has one. */
function exampleOf({ kind, value }: FaultyDocument, path: Path): string {
  const [example] = schemasAt(kind.schema, value, path).flatMap(examplesOf);
  const shape = shapeAt(kind.shape, path);
  return `${String(path.at(-1))}: ${example ?? (shape ? describeType(shape).example : '…')}`;
}

function examplesOf(schema: z.core.$ZodType): readonly unknown[] {
  return ((schema as z.ZodType).meta()?.examples as readonly unknown[] | undefined) ?? [];
}

/** A key without a value, to the end of its line: there the value is missing. */
function emptyPair(text: string, { key, value }: YamlPair): Span {
  const from = Math.max(key.end, value.end);
  const blanks = /^[ \t]*/.exec(text.slice(from, from + 80))?.[0].length ?? 0;
  return { start: key.start, end: from + blanks };
}
