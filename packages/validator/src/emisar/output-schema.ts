// Spec section 2.11, as far as it is decided when a pack loads.
import { checkDialect } from './output-schema/dialect.ts';
import { isObject } from './output-schema/json-parts.ts';
import { checkKeywords } from './output-schema/keywords.ts';
import type { OutputSchemaProblem } from './output-schema/problem.ts';
import { toJson } from './output-schema/to-json.ts';

/** Every reason why the loader refuses an authored `output.schema`. What is no JSON, or too big, is judged no further. */
export function* checkOutputSchema(authored: unknown): Generator<OutputSchemaProblem> {
  const json = toJson(authored);
  if (!json.ok) {
    yield* json.problems;
    return;
  }
  const { schema } = json;
  const root = isObject(schema) ? schema : new Map();
  const isRootObject = root.get('type') === 'object';
  if (!isRootObject) yield rootType(root.has('type'));
  yield* checkKeywords(schema);
  const definitions = root.get('$defs');
  for (const problem of checkDialect(schema, new Set(isObject(definitions) ? definitions.keys() : []))) {
    const isSaidAlready = !isRootObject && problem.path.length === 1 && problem.path[0] === 'type';
    if (!isSaidAlready) yield problem;
  }
}

function rootType(hasType: boolean): OutputSchemaProblem {
  const message = hasType ? 'the `type` of the root is not "object"' : 'the root has no `type`';
  return {
    kind: 'root-type',
    path: hasType ? ['type'] : [],
    at: hasType ? 'value' : 'key',
    message,
    hint: hasType ? 'write `type: object`' : 'add `type: object`',
  };
}
