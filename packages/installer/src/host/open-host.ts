import {
  type ActionOfPack,
  type AskPort,
  createRunner,
  fixedPolicy,
  Journal,
  JournalError,
  type LoadedPack,
  type PackSet,
  type Runner,
  type RunnerParts,
  settleUnknownOutcomes,
  type TrustPort,
  type UnknownOutcome,
} from '@packwright/engine';
import { policyOf } from '@packwright/trust';
import { InstallError } from '../install-error.ts';
import { actOf } from './act.ts';
import { admissionOf } from './admission-of.ts';
import { type Host, type HostPlaces, hostOf, milliseconds } from './host.ts';
import { type HostPacks, loadHostPacks } from './host-packs.ts';
import { type HostLook, lookAt } from './look.ts';
import { emptyNotice, standingStore } from './packs-directory.ts';

/** What a runner takes of its packs. */
export interface RunnablePacks {
  readonly set: PackSet;
  readonly trust: TrustPort;
}

/** A way to run actions, and the earlier runs of which nobody knows the end. */
export interface HostRunner {
  readonly runner: Runner;
  readonly unknown: readonly UnknownOutcome[];
}

/** Where runs are written down, and where policy has a person asked. */
export type RunnerPorts = Pick<RunnerParts, 'journal' | 'ask'>;

/** Runs actions of packs by the settings of a host. `ask` is where policy has a person asked. */
export async function runnerOn(host: Host, packs: RunnablePacks, ask: AskPort): Promise<HostRunner> {
  const journal = new Journal(host.journal);
  const parts = runnerParts(host, packs, { journal, ask });
  const unknown = await settleRuns(host.journal, journal);
  return { runner: createRunner(parts), unknown };
}

/**
 * Finds the runs of which nobody knows the end, and journals that nobody does. Throws an `InstallError` for a journal
 * that is damaged.
 */
export async function settleRuns(path: string, journal: Journal): Promise<readonly UnknownOutcome[]> {
  try {
    return await settleUnknownOutcomes(path, journal);
  } catch (cause) {
    if (!(cause instanceof JournalError)) throw cause;
    const { message, hint = 'see that the journal can be written' } = cause;
    throw new InstallError('journal_damaged', message, hint, { cause });
  }
}

/** What a runner over these packs is made of, by the settings of a host. Throws an `InstallError` for settings that cannot be followed. */
export function runnerParts(
  host: Host,
  { set: packs, trust }: RunnablePacks,
  { journal, ask }: RunnerPorts,
): RunnerParts {
  const { settings, scratch: scratchDirectory, environments, locks, protectedRoots } = host;
  const { concurrency, inherit_env: inheritEnv, cancel_grace: grace } = settings.runner ?? {};
  const admission = admissionOf(host);
  return {
    ...{ packs, trust, journal, ask, scratchDirectory, protectedRoots },
    policy: fixedPolicy(policyOf(settings.policy)),
    admission,
    environmentsDirectory: environments,
    approvedLocks: locks,
    unlockedEnvironments: settings.environments?.unlocked ?? 'refuse',
    ...(concurrency !== undefined && { concurrency }),
    ...(inheritEnv !== undefined && { inheritEnv }),
    ...(grace !== undefined && { cancelGraceMs: milliseconds(grace) }),
  };
}

/** The installed packs of a host and the one way to run their actions. */
export interface OpenHost {
  readonly runner: Runner;
  /** Sorted by id. */
  readonly actions: readonly ActionOfPack[];
  /** Those of one id: several where packs share it. */
  find(id: string): readonly ActionOfPack[];
  /** What people should know: that there is no pack, packs that were left out, runs that nobody knows the end of. */
  readonly notices: readonly string[];
  /** Sorted by id, those without actions too. */
  readonly packs: readonly LoadedPack[];
  /** How trust and policy stand now. Throws an `InstallError` where the file of trust is damaged. */
  look(): HostLook;
  /** Absolute path of the directory for its trust and journals. */
  readonly state: string;
}

/** Opens a host by its settings. Throws an `InstallError` where it cannot be opened, or has no directory of packs. */
export async function openHost(places: HostPlaces, ask: AskPort): Promise<OpenHost> {
  const host = await hostOf(places);
  const packs = await loadHostPacks(standingStore(host, places.cwd), host.trust, actOf(places, ''));
  return openedHost(host, packs, await runnerOn(host, packs, ask));
}

/** A host as front ends take it: packs that were loaded, and a runner over them. */
export function openedHost(host: Host, packs: HostPacks, { runner, unknown }: HostRunner): OpenHost {
  const empty = emptyNotice(host.store(), packs);
  return {
    runner,
    state: host.trust.state,
    actions: packs.actions,
    find: packs.set.find,
    packs: packs.packs,
    look: () => lookAt(host, packs.trust),
    notices: [
      ...(empty === undefined ? [] : [empty]),
      ...packs.broken.map(({ directory, reason }) => `${directory} is left out: ${reason}`),
      ...unknown.map(unknownNotice),
    ],
  };
}

/** One line about a run of which nobody knows the end. */
export const unknownNotice = ({ actionId, time }: UnknownOutcome): string =>
  `nobody knows how ${actionId}, started at ${time}, ended; it is not repeated`;
