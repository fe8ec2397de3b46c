import * as z from 'zod';

/** One or more segments; the loader also takes dots, which MCP cannot address in a pack id. */
export const EmisarPackId = z
  .string()
  .min(1)
  .max(128)
  .regex(
    /^[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)*$/,
    'dot-separated segments of a-z, 0-9, "_" and "-", each starting with a letter',
  );

/** At least two segments: a namespace and a name. */
export const EmisarActionId = z
  .string()
  .min(1)
  .max(128)
  .regex(
    /^[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)+$/,
    'two or more dot-separated segments of a-z, 0-9, "_" and "-", each starting with a letter',
  );

/** Not only semantic versions: `v1`, `dev` and `2024-01-02` load as well. */
export const EmisarVersion = z
  .string()
  .min(1)
  .max(64)
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9.+-]*$/,
    'letters, digits, ".", "+" and "-", starting with a letter or a digit',
  );

/** Dot-numeric, or empty for none. */
export const EmisarVersionFloor = z
  .string()
  .regex(/^(?:[0-9]+(?:\.[0-9]+)*)?$/, 'numbers separated by dots, such as "0.2.4"');

/** A name that a shell can export. */
export const EnvironmentName = z
  .string()
  .min(1)
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'letters, digits and "_", not starting with a digit');
