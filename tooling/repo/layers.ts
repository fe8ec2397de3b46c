/** The packages from the bottom up: each may depend on those before it and on no other. */
export const LAYERS = [
  '@packwright/schema',
  '@packwright/json-schemas',
  '@packwright/values',
  '@packwright/image',
  '@packwright/capabilities',
  '@packwright/validator',
  '@packwright/trust',
  '@packwright/engine',
  '@packwright/oci',
  '@packwright/installer',
  '@packwright/catalog',
  '@packwright/language-service',
  'packwright',
  '@packwright/runner',
] as const;

/** Shared settings; any package may develop with them. */
export const TOOLING = ['@packwright/tsconfig', '@packwright/tsup', '@packwright/vitest'] as const;

/** The folder name of a format, the same in every package that knows formats. */
export const FORMATS = ['emisar', 'attune', 'evershell'] as const;
