import * as re2js from 're2js';

/** The full engine, for programs that cannot load it while they go on. */
export const re2 = (): typeof re2js => re2js;
