import { existsSync } from 'node:fs';
import { type AskPort, createRunner, Journal, type RunEnd, type UnknownOutcome } from '@packwright/engine';
import { InstallError } from '@packwright/installer';
import {
  actOf,
  type Host,
  type HostPacks,
  type HostPlaces,
  type HostRunner,
  hostOf,
  type KnownPacks,
  loadHostPacks,
  type OpenHost,
  openedHost,
  readTrust,
  runnerParts,
  settleRuns,
  standingStore,
} from '@packwright/installer/host';
import { standingOf } from '@packwright/trust';

/** The packs and settings of a host at one moment, and the way to run by them. It never changes. */
export interface Load {
  /** Counted from 1. */
  readonly number: number;
  readonly at: string;
  readonly host: Host;
  readonly packs: HostPacks;
  readonly open: OpenHost;
}

/** What a daemon is told of its host. */
export interface DaemonPlaces extends HostPlaces {
  readonly ask: AskPort;
  readonly onEnd: (end: RunEnd) => void;
}

/** What all loads share. */
interface Opened {
  readonly places: DaemonPlaces;
  readonly journal: Journal;
  readonly known: KnownPacks;
  readonly unknown: readonly UnknownOutcome[];
}

/** One load after the other; who has taken one keeps it. */
export class Loads {
  #current: Load;
  readonly #places: DaemonPlaces;
  readonly #journal: Journal;
  readonly #known: KnownPacks;
  /** Runs of an earlier process of which nobody knows the end. */
  readonly unknown: readonly UnknownOutcome[];

  private constructor(first: Load, { places, journal, known, unknown }: Opened) {
    this.#current = first;
    this.#places = places;
    this.#journal = journal;
    this.#known = known;
    this.unknown = unknown;
  }

  /**
   * Opens a host. Throws an `InstallError` where its settings cannot be followed, its directory of packs is missing or
   * its journal is damaged.
   */
  static async open(places: DaemonPlaces): Promise<Loads> {
    const host = await hostOf(places);
    const known: KnownPacks = new Map();
    standingStore(host, places.cwd);
    const packs = await packsOf(host, places, known);
    const journal = new Journal(host.journal);
    const parts = runnerParts(host, packs, { journal, ask: places.ask });
    const unknown = await settleRuns(host.journal, journal);
    const runner = createRunner({ ...parts, onEnd: places.onEnd });
    return new Loads(loadOf(1, host, packs, { runner, unknown }), { places, journal, known, unknown });
  }

  get current(): Load {
    return this.#current;
  }

  /**
   * Loads everything anew, aside, and puts it in place in one step. A broken pack is left out alone. Throws an
   * `InstallError` for settings that cannot be followed, and leaves the load in place as it is.
   */
  async reload(): Promise<Load> {
    const before = this.#current;
    const host = await hostOf(this.#places);
    if (host.trust.state !== before.host.trust.state) {
      throw new InstallError(
        'settings_refused',
        '`state_dir` has changed',
        'restart the runner to move its state',
      );
    }
    const { packs: place } = host.store();
    if (!existsSync(place) && before.packs.packs.length > 0) {
      throw new InstallError('packs_dir_gone', `"${place}" is gone`, 'put the directory of packs back');
    }
    const packs = await packsOf(host, this.#places, this.#known);
    const { ask, onEnd } = this.#places;
    const parts = runnerParts(host, packs, { journal: this.#journal, ask });
    const runner = before.open.runner.reloaded({ ...parts, onEnd });
    this.#current = loadOf(before.number + 1, host, packs, { runner, unknown: this.unknown });
    return this.#current;
  }
}

const packsOf = (host: Host, places: HostPlaces, known: KnownPacks): Promise<HostPacks> =>
  loadHostPacks(host.store(), host.trust, actOf(places, ''), known);

const loadOf = (number: number, host: Host, packs: HostPacks, runner: HostRunner): Load => ({
  ...{ number, host, packs },
  at: new Date().toISOString(),
  open: openedHost(host, packs, runner),
});

/** How many packs are in each state, by what is trusted now. */
export function packStates({ host, packs: { packs, broken } }: Load): ReadonlyMap<string, number> {
  const states = new Map(STATES.map((state) => [state, 0]));
  const trust = readTrust(host.trust);
  const found = packs.map(({ format, id, version, digest }) => {
    const { state, isDrifted } = standingOf(trust, { format, id, version }, digest);
    return isDrifted ? 'drifted' : state;
  });
  for (const state of [...found, ...broken.map(() => 'broken')])
    states.set(state, (states.get(state) ?? 0) + 1);
  return states;
}

const STATES = ['trusted', 'pending', 'drifted', 'rejected', 'revoked', 'retired', 'broken'];
