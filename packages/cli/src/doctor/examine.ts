import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findSetpriv, lastLines, loadPack, programVersions, pythonsOnPath } from '@packwright/engine';
import {
  type Host,
  InstallError,
  type LoadedPacks,
  loadPacks,
  readTrust,
  type SettingsFile,
  systemFailure,
} from '@packwright/installer/host';
import { emptyTrustFile, type TrustFile } from '@packwright/trust';
import { hostSettings } from '../host/host-settings.ts';
import type { Io } from '../io.ts';
import { checkClock } from './check-clock.ts';
import { checkJournal } from './check-journal.ts';
import { checkMachine } from './check-machine.ts';
import { checkEnvironment, checkPrograms, type Surroundings } from './check-needs.ts';
import { checkPacks, checkTrust } from './check-packs.ts';
import { checkPermissions } from './check-permissions.ts';
import { error, type Finding, fine } from './finding.ts';

/** Looks at everything on a host that a runner depends on. Changes nothing, and never throws for what it finds. */
export async function examine(
  host: Host,
  files: readonly SettingsFile[],
  io: Io,
): Promise<readonly Finding[]> {
  const { platform, versions } = process;
  const settings = files.map(({ path }) => path);
  const store = attempt('settings', () => host.store());
  const trust = attempt('trust', () => readTrust(host.trust));
  const packs = 'value' in store ? await loaded(() => loadPacks(store.value)) : { finding: undefined };
  return [
    ...checkMachine({ platform, node: versions.node, path: io.env.PATH }),
    'value' in store ? fine('settings', settings.join(', ') || 'none; the defaults hold') : store.finding,
    ...('value' in packs && 'value' in store ? checkPacks(packs.value, store.value.packs) : []),
    ...(packs.finding ? [packs.finding] : []),
    ...('value' in trust ? [] : [trust.finding]),
    ...('value' in packs && 'value' in trust ? checkTrust(packs.value, trust.value) : []),
    ...('value' in packs ? await needs(packs.value, host, io) : []),
    ...checkPermissions({
      state: host.trust.state,
      journal: host.journal,
      trustFile: join(host.trust.state, 'trust.json'),
      scratch: host.scratch,
      packs: 'value' in store ? store.value.packs : undefined,
      settings,
    }),
    ...clock('value' in trust ? trust.value : emptyTrustFile, host),
    ...(await journal(host)),
  ];
}

async function needs(packs: LoadedPacks, host: Host, io: Io): Promise<readonly Finding[]> {
  const loaded = await Promise.all(packs.packs.map(({ root }) => loadPack(root)));
  const actions = loaded.flatMap((result) => (result.ok ? result.pack.actions : []));
  const inheritEnv = host.settings.runner?.inherit_env ?? [];
  const surroundings: Surroundings = {
    env: io.env,
    platform: process.platform,
    host: hostSettings(host, { versionOf: programVersions(inheritEnv), pythons: pythonsOnPath() }),
    inheritEnv,
    canChangeUser: process.getuid?.() === 0 && findSetpriv(io.env.PATH) !== null,
  };
  return [...(await checkPrograms(packs, actions, surroundings)), ...checkEnvironment(packs, surroundings)];
}

function clock(trust: TrustFile, host: Host): readonly Finding[] {
  return checkClock(new Date(), trust, host.trust.graceMs, lastEventTime(host.journal));
}

/** When the journal was written last; undefined where that cannot be told. */
function lastEventTime(path: string): string | undefined {
  if (!existsSync(path) || !statSync(path).isFile()) return undefined;
  try {
    const { time } = JSON.parse(lastLines(path, LONGEST_LINE).at(-1) ?? '');
    return typeof time === 'string' ? time : undefined;
  } catch {
    return undefined;
  }
}

const LONGEST_LINE = 2 * 1024 * 1024;

async function journal({ journal: path }: Host): Promise<readonly Finding[]> {
  try {
    return await checkJournal(path);
  } catch (cause) {
    return [findingOf('journal', cause)];
  }
}

type Attempt<T> = { readonly value: T } | { readonly finding: Finding };

function attempt<T>(check: Finding['check'], work: () => T): Attempt<T> {
  try {
    return { value: work() };
  } catch (cause) {
    return { finding: findingOf(check, cause) };
  }
}

async function loaded(
  work: () => Promise<LoadedPacks>,
): Promise<{ readonly value: LoadedPacks; readonly finding?: never } | { readonly finding: Finding }> {
  try {
    return { value: await work() };
  } catch (cause) {
    return { finding: findingOf('packs', cause) };
  }
}

/** What the machine refuses is something to tell; a fault of our own is not. */
function findingOf(check: Finding['check'], cause: unknown): Finding {
  if (cause instanceof InstallError) return error(check, cause.message, cause.hint);
  const failure = systemFailure(cause);
  if (!failure) throw cause;
  const { message, hint = 'run it as the user of the runner, and mend what is named' } = failure;
  return error(check, message, hint);
}
