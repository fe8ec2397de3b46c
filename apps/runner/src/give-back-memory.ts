import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { readonly type: 'major'; readonly flavor: 'last-resort' }) => void;
let collect: Collect | undefined;

/**
 * Gives back to the system what a load took and no longer needs. A load leaves behind three times what it keeps, V8
 * collects nothing of it while a server has little to do, and the larger a process is, the longer it takes to start
 * another one. Takes a tenth of a second for a hundred packs.
 */
export function giveBackMemory(): void {
  collect ??= exposed();
  collect({ type: 'major', flavor: 'last-resort' });
}

const EVERY_MS = 1_000;

/** Asked for memory, gives it back at the next second in which nobody is busy, so that no caller waits for it. */
export function memoryGiver(isBusy: () => boolean): () => void {
  let timer: NodeJS.Timeout | undefined;
  const giveUnlessBusy = (): void => {
    if (isBusy()) return;
    clearInterval(timer);
    timer = undefined;
    giveBackMemory();
  };
  return () => {
    timer ??= setInterval(giveUnlessBusy, EVERY_MS).unref();
  };
}

/** V8 offers it in no other way; the flag decides what a new context has, and nothing else. */
function exposed(): Collect {
  setFlagsFromString('--expose-gc');
  const found = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return found;
}
