import { createHash } from 'node:crypto';
import type { ActionOfPack } from '@packwright/engine';
import { compareUtf8 } from '@packwright/values';

/** What the name of a tool is made of. */
type Named = Pick<ActionOfPack, 'id'> & { readonly pack: { readonly id: string } };

/** Clients put the name of the server in front, and models take 64 characters in all. */
const MOST_CHARACTERS = 48;
const HASH_CHARACTERS = [8, 16, 32] as const;

/**
 * A name for each action that models and clients take: letters, digits, `_` and `-`. Actions whose ids come to the same
 * name, or to one of `taken`, all get a hash of their pack and id behind it, so that whoever allowed one by its name
 * did not allow another.
 */
export function toolNames<Action extends Named>(
  actions: readonly Action[],
  taken: readonly string[],
): ReadonlyMap<string, Action> {
  const byName = grouped(actions);
  const names = new Map<string, Action>();
  const ambiguous: Action[] = [];
  for (const [name, [action, ...others]] of byName) {
    if (action === undefined) continue;
    const isFree = others.length === 0 && name.length <= MOST_CHARACTERS && !taken.includes(name);
    if (isFree) names.set(name, action);
    else ambiguous.push(action, ...others);
  }
  // In an order of its own, so that the order of loading changes nothing.
  ambiguous.sort((a, b) => compareUtf8(a.id, b.id) || compareUtf8(a.pack.id, b.pack.id));
  for (const action of ambiguous) {
    const name = HASH_CHARACTERS.map((length) => hashed(action, length)).find((each) => !names.has(each));
    if (name !== undefined) names.set(name, action);
  }
  return names;
}

function grouped<Action extends Named>(actions: readonly Action[]): ReadonlyMap<string, readonly Action[]> {
  const byName = new Map<string, Action[]>();
  for (const action of actions)
    byName.set(plain(action.id), [...(byName.get(plain(action.id)) ?? []), action]);
  return byName;
}

function plain(id: string): string {
  const name = id.replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

function hashed({ id, pack }: Named, length: number): string {
  const hash = createHash('sha256').update(`${pack.id}\0${id}`).digest('hex').slice(0, length);
  return `${plain(id).slice(0, MOST_CHARACTERS - length - 1)}_${hash}`;
}
