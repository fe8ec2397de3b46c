import { isDeepStrictEqual } from 'node:util';
import { type Branch, discriminatorOf, readBranch, sharedProperties } from './branches.ts';
import type { JsonSchema } from './json-schema.ts';

/**
 * Turns a discriminated `oneOf` into a base with the list of kinds and one `if`/`then` per kind. Editors then offer
 * all kinds, report against the kind the author named, and complete its keys only; with `oneOf` they report against
 * whichever branch happens to match most keys.
 */
export function unionForm(schema: JsonSchema): JsonSchema {
  const { oneOf, ...rest } = schema;
  const discriminator = oneOf && discriminatorOf(oneOf);
  if (!oneOf || !discriminator) return schema;
  const branches = oneOf.map((branch) => readBranch(branch, discriminator));
  const shared = sharedProperties(branches);
  shared[discriminator] = listOfKinds(branches, discriminator);
  const required = branches
    .map((branch) => branch.required)
    .reduce((left, right) => left.filter((key) => right.includes(key)));
  return {
    ...rest,
    type: 'object',
    properties: shared,
    required: [...required],
    allOf: [
      ...snippetsUntilChosen(branches, discriminator),
      ...branches.map((branch) => whenChosen(branch, discriminator, shared, required)),
    ],
  };
}

function listOfKinds(branches: readonly Branch[], discriminator: string): JsonSchema {
  const { const: _, ...annotations } = branches[0]?.properties[discriminator] ?? {};
  const described = branches.map((branch) => branch.schema.enumDescription);
  return {
    ...annotations,
    enum: branches.map((branch) => branch.value),
    ...(described.every((text) => text !== undefined) && { enumDescriptions: described }),
  };
}

/** Whole-document snippets, which vanish once the author has chosen. */
function snippetsUntilChosen(branches: readonly Branch[], discriminator: string): JsonSchema[] {
  const defaultSnippets = branches.flatMap((branch) => (branch.schema.defaultSnippets as unknown[]) ?? []);
  if (defaultSnippets.length === 0) return [];
  return [{ if: present(discriminator, true), else: { defaultSnippets } }];
}

function whenChosen(
  branch: Branch,
  discriminator: string,
  shared: Record<string, JsonSchema>,
  required: readonly string[],
): JsonSchema {
  const own = branch.required.filter((key) => !required.includes(key));
  const properties = Object.entries(branch.properties).map(([key, schema]) => {
    const isSaid = key === discriminator || isDeepStrictEqual(shared[key], schema);
    // A closed object of draft-07 closes over the keys of its own `properties` only.
    return [key, isSaid ? true : schema];
  });
  return {
    if: present(discriminator, { const: branch.value }),
    then: {
      ...(branch.schema.title !== undefined && { title: branch.schema.title }),
      properties: Object.fromEntries(properties),
      ...(own.length > 0 && { required: own }),
      ...(branch.schema.additionalProperties === false && { additionalProperties: false }),
    },
  };
}

// Without `type` an empty document, which is null, would satisfy every `if`.
const present = (key: string, value: JsonSchema | true): JsonSchema => ({
  type: 'object',
  properties: { [key]: value as JsonSchema },
  required: [key],
});
