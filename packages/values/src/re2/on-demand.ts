import { createRequire } from 'node:module';
import type * as re2js from 're2js';

const load = createRequire(import.meta.url);
let loaded: typeof re2js | undefined;

/** The full engine, loaded for the first pattern that needs it: it is larger than all the rest, and most packs need none. */
export function re2(): typeof re2js {
  loaded ??= load('re2js') as typeof re2js;
  return loaded;
}
