import type { OpenOptions } from '@packwright/validator';
import type { PackReport } from '@packwright/validator/render';
import type { PackPath } from './find-packs.ts';
import { openPack } from './open-pack.ts';

export interface JudgeOptions {
  readonly for?: 'registry' | undefined;
  readonly together?: boolean;
  readonly scripts?: boolean;
}

/** Judges packs in their order. One pack is held at a time, except with `together`, which needs them all. */
export async function* judgePacks(
  packs: readonly PackPath[],
  options: JudgeOptions,
): AsyncGenerator<PackReport> {
  const open: OpenOptions = options.for === undefined ? {} : { audience: options.for };
  for (const pack of packs) {
    const { path, opened } = await openPack(pack, open);
    yield { path, opened };
  }
}
