// Spec section 2.11, as far as it is decided when a pack loads.
import { checkDialect } from './output-schema/dialect.ts';
import { checkKeywords } from './output-schema/keywords.ts';
import { checkLimits } from './output-schema/limits.ts';
import type { OutputSchemaProblem } from './output-schema/problem.ts';
import { toJson } from './output-schema/to-json.ts';

/** Every reason why the loader refuses an authored `output.schema`; with none, it compiles. */
export function* checkOutputSchema(authored: unknown): Generator<OutputSchemaProblem> {
  const unfit: OutputSchemaProblem[] = [];
  const schema = toJson(authored, unfit);
  yield* unfit;
  if (unfit.length > 0) return;
  const root = schema instanceof Map ? schema : new Map();
  if (root.get('type') !== 'object') {
    const message = root.has('type') ? 'the `type` of the root is not "object"' : 'the root has no `type`';
    yield {
      kind: 'root-type',
      path: root.has('type') ? ['type'] : [],
      at: 'value',
      message,
      hint: 'write `type: object`',
    };
  }
  for (const problem of checkLimits(schema)) {
    yield problem;
    if (problem.kind === 'too-deep') return;
  }
  yield* checkKeywords(schema);
  const definitions = root.get('$defs');
  yield* checkDialect(schema, new Set(definitions instanceof Map ? definitions.keys() : []));
}
