import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the young generation of the heap at the size it starts with. Judging a few packs takes no longer so, and a
 * hostile one, of which everything survives, takes 50 to 100 MiB less.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Lets it grow again: over hundreds of packs a tenth of the time is saved. */
export function letHeapGrow(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
