/**
 * Where the published schemas live; every `$id` starts with it. It belongs to the owner of the domain:
 * change it here, run `pnpm generate`, and serve `packages/json-schemas/schemas` below it. Ends with a slash.
 */
export const schemaBase = 'https://packwright.dev/schemas/';
