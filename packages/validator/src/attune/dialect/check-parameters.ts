import { closest } from '@packwright/values';
import { checkValue, type ValueProblem } from './check-value.ts';
import { MERGE } from './keywords.ts';
import { readSchema } from './read-schema.ts';
import { isSchemaMap, type SchemaPath } from './schema-path.ts';
import { withStandIns } from './stand-ins.ts';
import { toLoaderSchema } from './to-json-schema.ts';

/** Why parameters do not fit the schema that they are for. */
export interface ParameterProblem extends ValueProblem {
  /**
   * `missing`: a required parameter is not there. `unfit`: a value does not fit; a run would be refused for either.
   * `unknown`: no such parameter; the loader passes it on.
   */
  readonly kind: 'missing' | 'unfit' | 'unknown';
}

/**
 * Judges parameters for an action or a trigger as the loader would, by a schema in either form. Where a template
 * stands nothing but the name is judged.
 */
export function* checkParameters(schema: unknown, parameters: unknown): Generator<ParameterProblem> {
  const jsonSchema = toLoaderSchema(schema);
  const { value, templates } = withStandIns(jsonSchema, parameters);
  for (const problem of checkValue(jsonSchema, value)) {
    if (templates.some((at) => isAtOrBelow(problem.path, at))) continue;
    const isMissing = problem.path.length === 0 && problem.missing !== undefined;
    yield { kind: isMissing ? 'missing' : 'unfit', ...problem };
  }
  if (isSchemaMap(parameters)) yield* unknownNames(schema, Object.keys(parameters));
}

function isAtOrBelow(path: SchemaPath, template: SchemaPath): boolean {
  return template.length <= path.length && template.every((step, at) => step === path[at]);
}

function* unknownNames(schema: unknown, written: readonly string[]): Generator<ParameterProblem> {
  const { properties, isWhole } = readSchema(schema);
  const names = properties.map(({ name }) => name);
  // Without any parameter declared nothing tells what is meant; nor by `type: object` alone.
  if (names.length === 0 || !isWhole) return;
  for (const name of written) {
    if (names.includes(name) || name === MERGE) continue;
    const near = closest(
      name,
      names.filter((candidate) => !written.includes(candidate)),
    );
    const hint = near === undefined ? {} : { hint: `did you mean "${near}"?` };
    yield { kind: 'unknown', path: [name], message: 'is not a parameter', ...hint };
  }
}
