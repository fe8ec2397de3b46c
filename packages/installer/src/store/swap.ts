import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Form, misfitOf } from '@packwright/schema/form';
import { compareUtf8, parseJsonText } from '@packwright/values';
import type { LockEntry, LockFile, SwapIntent } from '../documents.ts';
import { lockEntryForm, swapIntentForm } from '../forms.ts';
import { InstallError } from '../install-error.ts';
import { emptyLock, readLock, withEntry, writeLock } from '../lock-file.ts';
import { readIfThere, syncDirectory, uniqueName, writeDurably } from './durable.ts';
import { hidden, lockPath, packPlace, type Store } from './store.ts';

const INTENT = 'intent.json';
const EARLIER_KEPT = 3;

/** The lock of a store. */
export function lockOf(store: Store): LockFile {
  const text = readIfThere(lockPath(store));
  return text === undefined ? emptyLock : readLock(text, lockPath(store));
}

/** Puts a complete pack, at a place of ours, where an installed one stands or stood; that one is kept for a rollback. */
export function swapIn(store: Store, from: string, entry: LockEntry): void {
  const { id } = entry;
  const keep = `previous/${id}/${String(Date.now()).padStart(15, '0')}-${uniqueName()}`;
  const old = lockOf(store).packs.find((each) => each.id === id);
  store.onStep('note what is replaced');
  if (old) writeDurably(hidden(store, `${keep}.json`), `${JSON.stringify(old)}\n`);
  begin(store, { id, from, keep, entry });
}

/** Takes an installed pack away, with everything that was kept of it. */
export function swapOut(store: Store, id: string): void {
  begin(store, { id, from: null, keep: `trash/${uniqueName()}`, entry: null });
  rmSync(hidden(store, 'previous', id), { recursive: true, force: true });
}

/** Whether a change was begun and not ended. */
export const isInterrupted = (store: Store): boolean => existsSync(hidden(store, INTENT));

/** Ends a change that was begun, and clears away what no change needs. Only for the process that holds the store. */
export function recover(store: Store): void {
  const text = readIfThere(hidden(store, INTENT));
  if (text !== undefined) carryOut(store, readNote(swapIntentForm, text, hidden(store, INTENT)));
  for (const name of ['stage', 'trash']) rmSync(hidden(store, name), { recursive: true, force: true });
}

/** One of our own notes, which only a hand or a failing disk can have damaged. */
function readNote<T>(form: Form, text: string, path: string): T {
  const value = parseJsonText(text);
  if (!misfitOf(form, value)) return value as T;
  throw new InstallError(
    'store_damaged',
    `${path}: a note of what was installed here is damaged`,
    'move it away, and install again what `packwright verify` misses',
  );
}

/** The packs that were replaced, the last one first, as paths below our place in the store. */
export function earlierPacks(store: Store, id: string): readonly { path: string; entry: LockEntry }[] {
  const folder = hidden(store, 'previous', id);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
  return names
    .map(({ name }) => name)
    .sort((a, b) => compareUtf8(b, a))
    .flatMap((name) => {
      const note = readIfThere(`${folder}/${name}.json`);
      const path = `previous/${id}/${name}`;
      return note === undefined
        ? []
        : [{ path, entry: readNote(lockEntryForm, note, `${folder}/${name}.json`) }];
    });
}

function begin(store: Store, intent: SwapIntent): void {
  store.onStep('write the intent');
  writeDurably(hidden(store, INTENT), `${JSON.stringify(intent)}\n`);
  carryOut(store, intent);
}

/** Every step may have been taken before: what is where tells. */
function carryOut(store: Store, { id, from, keep, entry }: SwapIntent): void {
  const place = packPlace(store, id);
  const source = from === null ? undefined : hidden(store, from);
  if (source === undefined || existsSync(source)) {
    if (existsSync(place)) {
      mkdirSync(dirname(hidden(store, keep)), { recursive: true });
      store.onStep('put the old pack aside');
      renameSync(place, hidden(store, keep));
    }
    store.onStep('put the new pack in its place');
    if (source !== undefined) {
      renameSync(source, place);
      rmSync(`${source}.json`, { force: true });
    }
    store.onStep('sync');
    syncDirectory(store.packs);
  }
  store.onStep('write the lock');
  writeDurably(lockPath(store), writeLock(withEntry(lockOf(store), id, entry)));
  store.onStep('end the intent');
  rmSync(hidden(store, INTENT), { force: true });
  store.onStep('clear away');
  prune(store, id);
  rmSync(hidden(store, 'trash'), { recursive: true, force: true });
}

function prune(store: Store, id: string): void {
  for (const { path } of earlierPacks(store, id).slice(EARLIER_KEPT)) {
    rmSync(hidden(store, path), { recursive: true, force: true });
    rmSync(hidden(store, `${path}.json`), { force: true });
  }
}
