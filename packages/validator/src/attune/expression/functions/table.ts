import type { BuiltIn } from './built-in.ts';
import { collections } from './collections.ts';
import { conversions } from './conversions.ts';
import { mathematics } from './mathematics.ts';
import type { FunctionName } from './names.ts';
import { texts } from './texts.ts';

const table = { ...conversions, ...mathematics, ...texts, ...collections } satisfies Record<
  FunctionName,
  BuiltIn
>;

/** The functions that every expression may call, by name. */
export const FUNCTIONS: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>(Object.entries(table));
