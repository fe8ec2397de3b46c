/** The constraints of one argument as authored; durations as text. `null` counts as absent. */
export interface ArgumentValidation {
  readonly enum?: readonly unknown[] | null | undefined;
  readonly allowed?: readonly unknown[] | null | undefined;
  readonly pattern?: string | null | undefined;
  readonly min?: number | bigint | null | undefined;
  readonly max?: number | bigint | null | undefined;
  readonly max_length?: number | bigint | null | undefined;
  readonly max_items?: number | bigint | null | undefined;
  readonly min_duration?: string | null | undefined;
  readonly max_duration?: string | null | undefined;
  readonly allowed_paths?: readonly string[] | null | undefined;
  readonly denied_paths?: readonly string[] | null | undefined;
  readonly allowed_prefixes?: readonly string[] | null | undefined;
  readonly denied_prefixes?: readonly string[] | null | undefined;
}

/** One entry of an action's `args` as authored. */
export interface ArgumentDeclaration {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean | null | undefined;
  readonly sensitive?: boolean | null | undefined;
  readonly default?: unknown;
  readonly description?: string | null | undefined;
  readonly validation?: ArgumentValidation | null | undefined;
}

export const ARGUMENT_TYPES = [
  'string',
  'integer',
  'number',
  'boolean',
  'duration',
  'path',
  'string_array',
  'integer_array',
] as const;
export type ArgumentType = (typeof ARGUMENT_TYPES)[number];

export const isArgumentType = (type: string): type is ArgumentType =>
  (ARGUMENT_TYPES as readonly string[]).includes(type);

export const TEXTUAL: ReadonlySet<string> = new Set(['string', 'path', 'string_array']);
export const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number', 'integer_array']);
export const LISTS: ReadonlySet<string> = new Set(['string_array', 'integer_array']);

export const PATH_LISTS = ['allowed_paths', 'denied_paths', 'allowed_prefixes', 'denied_prefixes'] as const;
export type PathList = (typeof PATH_LISTS)[number];

/** Whether values of the argument are held against path rules. */
export function hasPathRules({ validation }: ArgumentDeclaration): boolean {
  return PATH_LISTS.some((list) => (validation?.[list]?.length ?? 0) > 0);
}

/** Whether a field was given; `null` counts as absent. */
export const isSet = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;
