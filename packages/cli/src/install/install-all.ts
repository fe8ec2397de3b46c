import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LockEntry, parseRequest } from '@packwright/installer';
import {
  actOf,
  changeTrust,
  type Host,
  InstallError,
  keepTrusted,
  packPlace,
  seenPack,
} from '@packwright/installer/host';
import {
  type CheckedPack,
  checkFetched,
  fetchPack,
  lockedEntry,
  lockOf,
  placePack,
  requireLocked,
} from '@packwright/installer/node';
import { trustPack } from '@packwright/trust';
import type { Io } from '../io.ts';
import { isPath, tellPathTaken } from '../packs/operand.ts';

export interface InstallChoices {
  readonly hash: string | undefined;
  readonly replace: boolean;
  readonly frozen: boolean;
}

/** A pack that was put in its place. */
export interface PlacedPack {
  readonly entry: LockEntry;
  readonly opened: CheckedPack['opened'];
}

/** Installs what is asked for, each behind the packs it needs; yields every pack that was put in its place. */
export async function* installAll(
  requests: readonly string[],
  choices: InstallChoices,
  host: Host,
  io: Io,
): AsyncGenerator<PlacedPack> {
  const begun = new Set<string>();
  const isHere = (name: string) => isThere(resolve(io.cwd, name));
  for (const request of requests) {
    if (!choices.frozen && isHere(request)) await tellPathTaken(request, host, io);
    yield* installOne(request, choices, { host, io, begun }, isHere);
  }
}

/** Installs those of some packs that are not there, each behind the packs it needs; they wait for a decision. */
export async function* installMissing(
  names: readonly string[],
  host: Host,
  io: Io,
): AsyncGenerator<PlacedPack> {
  const choices = { hash: undefined, replace: false, frozen: false };
  yield* installNeeds(names, choices, { host, io, begun: new Set() });
}

interface Run {
  readonly host: Host;
  readonly io: Io;
  /** Names that are being installed, since packs may need each other. */
  readonly begun: Set<string>;
}

/** Only what an operator writes may be a path here: a lock and what a pack needs say which of both they mean. */
async function* installOne(
  request: string,
  choices: InstallChoices,
  run: Run,
  isHere: (name: string) => boolean = () => false,
): AsyncGenerator<PlacedPack> {
  const { host, begun } = run;
  const store = host.store();
  const locked = choices.frozen ? lockedEntry(lockOf(store), request) : undefined;
  const requested = locked?.requested ?? request;
  const asked = parseRequest(requested, locked ? () => false : isHere);
  const fetched = await fetchPack(asked, host.terms);
  const checked = checkFetched(fetched, { ...host.demands, hash: choices.hash });
  if (locked) requireLocked(checked, locked);
  const { id } = checked.opened;
  begun.add(id);
  yield* installNeeds(fetched.needs, { ...choices, hash: undefined }, run);
  if (choices.hash !== undefined) await trustPinned(checked, run);
  // Written so that it reads as a path wherever the lock is used.
  const kept = asked.kind === 'path' && !isPath(requested) ? `./${requested}` : requested;
  const replace = choices.replace || choices.frozen;
  const entry = await placePack(store, checked, { requested: kept, replace });
  yield { entry, opened: checked.opened };
}

async function* installNeeds(
  names: readonly string[],
  choices: InstallChoices,
  run: Run,
): AsyncGenerator<PlacedPack> {
  for (const need of names) {
    if (run.begun.has(need) || isThere(packPlace(run.host.store(), need))) continue;
    yield* installOne(need, choices, run);
  }
}

/** An operator who names the hash has decided; where actions have to be rated, the pack waits all the same. */
async function trustPinned(checked: CheckedPack, { host, io }: Run): Promise<void> {
  const seen = seenPack(checked.opened);
  if (seen.unrated.length > 0) return;
  keepTrusted(host.trust, seen.digest, checked.files);
  const act = actOf(io, 'installed by its hash');
  await changeTrust(host.trust, (file) => trustPack(file, { ...seen, ratings: {} }, act));
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The names of the lock, for an install without any. Throws an `InstallError` where nothing is locked. */
export function lockedNames(host: Host): readonly string[] {
  const names = lockOf(host.store()).packs.map(({ id }) => id);
  if (names.length > 0) return names;
  throw new InstallError('not_locked', 'packwright.lock names no pack', 'name the pack to install');
}
