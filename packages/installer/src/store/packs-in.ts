import { existsSync, readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '@packwright/validator';
import { TreeReadError } from '@packwright/validator/node';
import { compareUtf8 } from '@packwright/values';
import { exclusively } from './exclusive.ts';
import { stampOf } from './stamp-of.ts';
import { hidden, packPlace, type Store } from './store.ts';
import { isInterrupted, recover } from './swap.ts';

/** Where one pack stands in a store. */
export interface PackPlace {
  /** The name of its directory. */
  readonly directory: string;
  /** Absolute path of its root. */
  readonly root: string;
}

/** A directory from which nothing was loaded. */
export interface BrokenPack extends PackPlace {
  /** One line. */
  readonly reason: string;
}

/** A pack that its own loader accepts. */
export interface FoundPack<Pack> extends PackPlace {
  readonly id: string;
  readonly pack: Pack;
}

/** What earlier loads found, by its root; of a pack of which nothing has changed, the next load takes that over. */
export type Known<Pack> = Map<
  string,
  { readonly stamp: string; readonly found: FoundPack<Pack> | BrokenPack }
>;

/** What is made of one pack: its id and whatever is to be kept of it, or what its loader says against it. */
export type LoadOne<Pack> = (
  root: string,
) => Promise<{ readonly id: string; readonly pack: Pack } | { readonly diagnostics: readonly Diagnostic[] }>;

/**
 * Loads each pack that stands in a store, after ending a change that was interrupted. A broken pack, and a second pack
 * with an id that is taken, is reported and left out; it keeps no other from loading. By id, in UTF-8 byte order.
 */
export async function packsIn<Pack>(
  store: Store,
  load: LoadOne<Pack>,
  known: Known<Pack> = new Map(),
): Promise<{ readonly packs: readonly Pack[]; readonly broken: readonly BrokenPack[] }> {
  if (!existsSync(store.packs)) return { packs: [], broken: [] };
  if (isInterrupted(store)) await exclusively(storeMark(store), `"${store.packs}"`, () => recover(store));
  const packs = new Map<string, FoundPack<Pack>>();
  const broken: BrokenPack[] = [];
  const places = placesIn(store);
  forgetOthers(known, new Set(places.map(({ root }) => root)));
  for (const place of places) {
    // A daemon answers others meanwhile.
    await setImmediate();
    const found = await loadChanged(place, load, known);
    const taken = 'pack' in found ? packs.get(found.id) : undefined;
    if (!('pack' in found)) broken.push(found);
    else if (taken) broken.push(second(found, taken));
    else packs.set(found.id, found);
  }
  const sorted = [...packs.values()].sort((a, b) => compareUtf8(a.id, b.id));
  return { packs: sorted.map(({ pack }) => pack), broken };
}

/** Marks the process that changes a store. */
export const storeMark = (store: Store): string => hidden(store, 'busy');

/** Directories with a manifest, as runners find them: links and names with a dot are passed over. */
function placesIn(store: Store): readonly PackPlace[] {
  return readdirSync(store.packs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ directory: name, root: packPlace(store, name) }))
    .filter(({ root }) => existsSync(`${root}/pack.yaml`))
    .sort((a, b) => compareUtf8(a.directory, b.directory));
}

async function loadChanged<Pack>(
  place: PackPlace,
  load: LoadOne<Pack>,
  known: Known<Pack>,
): Promise<FoundPack<Pack> | BrokenPack> {
  const stamp = await ifReadable(async () => stampOf(place.root));
  const before = known.get(place.root);
  if (before && before.stamp === stamp) return before.found;
  const found = await loadReadable(place, load);
  // The stamp is older than what was read, so that a change meanwhile is read again.
  if (typeof stamp !== 'string') known.delete(place.root);
  else known.set(place.root, { stamp, found });
  return found;
}

async function loadReadable<Pack>(
  place: PackPlace,
  load: LoadOne<Pack>,
): Promise<FoundPack<Pack> | BrokenPack> {
  const loaded = await ifReadable(() => load(place.root));
  if (loaded instanceof Error) return { ...place, reason: loaded.message };
  if ('diagnostics' in loaded) return { ...place, reason: firstError(loaded.diagnostics) };
  return { ...place, id: loaded.id, pack: loaded.pack };
}

/** What comes of it, or why the machine would not let it be read. */
async function ifReadable<Read>(read: () => Promise<Read>): Promise<Read | Error> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TreeReadError || isSystemError(error)) return error;
    throw error;
  }
}

function forgetOthers(known: Known<unknown>, roots: ReadonlySet<string>): void {
  for (const root of known.keys()) if (!roots.has(root)) known.delete(root);
}

function firstError(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  return first ? `${first.file}: ${first.code} ${first.message}${more}` : 'it is no pack';
}

function second<Pack>({ directory, root, id }: FoundPack<Pack>, taken: FoundPack<Pack>): BrokenPack {
  return { directory, root, reason: `its id "${id}" is that of the pack in "${taken.directory}"` };
}

const isSystemError = (error: unknown): error is Error =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
