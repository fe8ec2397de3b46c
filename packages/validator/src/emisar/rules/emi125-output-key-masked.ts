import { entriesOf } from '../../structure/entries-of.ts';
import { atKey } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';
import { isSecretKey } from '../words.ts';

const MOST_DEPTH = 16;

/** specs/emisar 7.8, 10.4. */
export const emi125: EmisarRule = {
  code: 'EMI125',
  name: 'output-key-masked',
  severity: 'warning',
  summary: 'A result has a text under a key that the runner takes for a secret.',
  why: 'Redaction runs before the result is read, so a key such as `next_page_token` always holds `[REDACTED]`.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const path of textProperties(action.output.schema, ['output', 'schema'], 0)) {
        const key = String(path.at(-1));
        if (!isSecretKey(key)) continue;
        yield atKey(document, path, {
          message: `the text under ${quote(key)} is always masked`,
          hint: 'rename the key in the output and here, such as "cursor" for "token"; or leave a secret out',
        });
      }
    }
  },
};

/** The paths of the properties of a JSON Schema that hold text. */
function* textProperties(schema: unknown, path: Path, depth: number): Generator<Path> {
  if (typeof schema !== 'object' || schema === null || depth > MOST_DEPTH) return;
  for (const [key, value] of entriesOf(schema)) {
    if (key !== 'properties') {
      yield* textProperties(value, [...path, key], depth + 1);
      continue;
    }
    for (const [name, property] of entriesOf(Object(value))) {
      const at = [...path, key, name];
      if (isText(property)) yield at;
      yield* textProperties(property, at, depth + 1);
    }
  }
}

function isText(property: unknown): boolean {
  if (typeof property !== 'object' || property === null || !('type' in property)) return false;
  return property.type === 'string' || (Array.isArray(property.type) && property.type.includes('string'));
}
