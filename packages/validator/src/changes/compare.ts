import type { OpenedPack, OpenOptions } from '../format.ts';
import { claim, open } from '../open.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { type Bump, bumpOf } from './bump.ts';
import type { Change } from './change.ts';

/** Why there is no comparison: one of them is refused, or they are no versions of one pack. */
export type NotComparable = 'refused' | 'other-format' | 'other-id';

/** Two versions of a pack and what differs between them. */
export type Comparison = { readonly before: OpenedPack; readonly after: OpenedPack } & (
  | { readonly ok: true; readonly changes: readonly Change[]; readonly bump: Bump }
  | { readonly ok: false; readonly reason: NotComparable }
);

/** Compares two versions of a pack by what they let happen. Never throws for what they hold. */
export function compare(before: PackTree, after: PackTree, options: OpenOptions = {}): Comparison {
  const opened = { before: open(before, options), after: open(after, options) };
  const [old, fresh] = [claim(before), claim(after)];
  if (opened.before.view === null || opened.after.view === null)
    return { ...opened, ok: false, reason: 'refused' };
  if ('refused' in old || 'refused' in fresh) return { ...opened, ok: false, reason: 'refused' };
  if (old.format !== fresh.format) return { ...opened, ok: false, reason: 'other-format' };
  if (opened.before.id !== opened.after.id) return { ...opened, ok: false, reason: 'other-id' };
  const changes = [...old.format.changes({ ...old, options }, { ...fresh, options })];
  return {
    ...opened,
    ok: true,
    changes,
    bump: bumpOf(changes, opened.before.digest === opened.after.digest),
  };
}
