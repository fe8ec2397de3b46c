import { approveLocks, proposedLocks } from '@packwright/engine/attune';
import {
  actOf,
  changeTrust,
  type Host,
  InstallError,
  keepTrusted,
  type LoadedPack,
  seenPack,
} from '@packwright/installer/host';
import { packFiles, plainDigest } from '@packwright/installer/node';
import {
  type Act,
  findEntry,
  type Outcome,
  ratePack,
  rejectPack,
  retirePack,
  revokePack,
  type TrustFile,
  trustPack,
} from '@packwright/trust';
import { loadSeen } from '../host/host.ts';
import type { Io } from '../io.ts';
import { askRatings, type Ratings } from './ask-ratings.ts';

/** What a person decides of an installed pack. */
export interface Decision {
  readonly kind: 'trust' | 'reject' | 'revoke' | 'retire';
  readonly hash: string | undefined;
  readonly ratings: Ratings;
  /** Hashes of proposed locks that are approved together with the bytes. */
  readonly locks: readonly string[];
  readonly reason: string;
}

/** Carries a decision out; resolves to one line that says what holds now. */
export async function decide(id: string, decision: Decision, host: Host, io: Io): Promise<string> {
  const { loaded, file } = await loadSeen(host, io);
  const pack = loaded.packs.find(({ opened }) => opened.id === id);
  if (!pack) {
    const broken = loaded.broken.find(({ directory }) => directory === id);
    const message = broken ? `${id} does not load: ${broken.reason}` : `${id} is not installed`;
    throw new InstallError('not_installed', message, '`packwright list` shows what is');
  }
  const seen = seenPack(pack.opened);
  const name = `${id} ${seen.pack.version}`;
  const act = actOf(io, decision.reason);
  const change = (step: (current: TrustFile) => Outcome<TrustFile>) => changeTrust(host.trust, step);
  switch (decision.kind) {
    case 'reject':
      await change((current) => rejectPack(current, seen.pack, act));
      return `${name} is rejected`;
    case 'revoke':
      await change((current) => revokePack(current, seen.pack, act));
      return `${name} is revoked; ${seen.digest} can never be trusted again`;
    case 'retire':
      await change((current) => retirePack(current, seen.pack, act));
      return `${name} is retired`;
    case 'trust': {
      const request = { ...seen, ratings: decision.ratings };
      const entry = findEntry(file, seen.pack);
      if (decision.hash === undefined && entry?.trusted === seen.digest && entry.state === 'trusted') {
        await change((current) => ratePack(current, request, act));
        return `${name} is rated anew`;
      }
      requireHash(pack, decision.hash);
      requireLocks(host.locks, seen.digest, decision.locks);
      // Ratings belong to the bytes: those given for exactly these stand, unless they are given anew.
      const kept = entry?.trusted === seen.digest ? entry.ratings : {};
      const ratings = await ratingsFor(pack, { ...kept, ...decision.ratings }, io);
      keepTrusted(host.trust, seen.digest, packFiles(pack.tree));
      await change((current) => trustPack(current, { ...request, ratings }, withLocks(act, decision.locks)));
      approveLocks(host.locks, seen.digest, decision.locks);
      return `${name} is trusted\n  ${seen.digest}`;
    }
  }
}

function requireLocks(root: string, digest: string, locks: readonly string[]): void {
  const proposed = proposedLocks(root, digest);
  const missing = locks.find((hash) => !proposed.has(hash));
  if (missing === undefined) return;
  const message = `no lock ${missing} was proposed for these bytes`;
  throw new InstallError(
    'not_found',
    message,
    '`packwright env lock ID --write` proposes one and prints its hash',
  );
}

/** The history says which locks were approved. */
const withLocks = (act: Act, locks: readonly string[]): Act =>
  locks.length === 0
    ? act
    : {
        ...act,
        reason: [act.reason, ...locks.map((hash) => `lock ${hash}`)].filter((part) => part !== '').join('; '),
      };

/** What was said, and what a person at a terminal says of the other actions that carry no risk of their own. */
async function ratingsFor(pack: LoadedPack, said: Ratings, io: Io): Promise<Ratings> {
  const isComplete = seenPack(pack.opened).unrated.every((id) => Object.hasOwn(said, id));
  if (isComplete || !io.interactive) return said;
  const ratings = await askRatings(pack, said);
  if (ratings) return ratings;
  const hint = 'nothing was decided; every action without a risk of its own needs a rating';
  throw new InstallError('trust_refused', `the ratings of ${pack.opened.id} were given up`, hint);
}

function requireHash({ opened: { id, digest } }: LoadedPack, hash: string | undefined): void {
  if (hash === undefined) {
    const message = `say which bytes of ${id} you reviewed`;
    throw new InstallError(
      'hash_mismatch',
      message,
      `\`packwright trust ${id} ${digest}\` trusts those that are there`,
    );
  }
  if (plainDigest(hash) === digest) return;
  const message = `${id} has the hash ${digest} now, not ${plainDigest(hash)}`;
  throw new InstallError('hash_mismatch', message, 'review what is there before you trust it');
}
