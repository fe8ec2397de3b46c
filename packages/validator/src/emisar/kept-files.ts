import type { OpenedPack } from '../format.ts';
import type { EmisarPackFiles } from './pack.ts';

const kept = new WeakMap<OpenedPack, WeakRef<EmisarPackFiles>>();

/**
 * Keeps what was read of a pack for whoever asks right behind, as a runner does that asks for the verdict and plans the
 * actions, until memory is collected: nobody who holds on to `opened` holds on to all its documents with it.
 */
export function keepFiles(opened: OpenedPack, files: EmisarPackFiles): void {
  kept.set(opened, new WeakRef(files));
}

/** What was read when the pack was opened; undefined where it is gone, or where this is not what `open` returned. */
export const keptFiles = (opened: OpenedPack): EmisarPackFiles | undefined => kept.get(opened)?.deref();
