import { join } from 'node:path';

/** Absolute path of the checkout. */
export const repoRoot = join(import.meta.dirname, '..', '..');
