import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type ActionOfPack,
  type AskPort,
  createRunner,
  fixedPolicy,
  Journal,
  type Runner,
  settleUnknownOutcomes,
} from '@packwright/engine';
import { defaultStateDir, loadHostPacks, loadSettings, storeAt } from '@packwright/installer/node';
import { compileAdmission, policyOf } from '@packwright/trust';

/** Where the packs and the state of a host are, beyond what its settings say. */
export interface HostPlaces {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The only settings file to read. */
  readonly config?: string | undefined;
  readonly packs?: string | undefined;
  readonly state?: string | undefined;
}

/** The packs of a host and the one way to run their actions. */
export interface OpenHost {
  readonly runner: Runner;
  /** Sorted by id. */
  readonly actions: readonly ActionOfPack[];
  /** What people should know: packs that were left out, runs that nobody knows the end of. */
  readonly notices: readonly string[];
}

/** The host cannot be opened, with what to do about it. */
export class HostError extends Error {
  readonly code = 'host';
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'HostError';
    this.hint = hint;
  }
}

/** Opens a host by its settings. `ask` is where policy has a person asked. Throws a `HostError`. */
export async function openHost(places: HostPlaces, ask: AskPort): Promise<OpenHost> {
  const { settings, state, packsDirectory } = settingsOf(places);
  const trustStore = { state, graceMs: 0 };
  const act = { by: userName(), at: new Date().toISOString(), reason: '' };
  const packs = await loadHostPacks(storeAt(packsDirectory), trustStore, act);
  const admission = compileAdmission(settings.admission);
  if (!admission.ok) throw new HostError(admission.problem.message, admission.problem.hint);
  const journalFile = join(state, 'journal.jsonl');
  const journal = new Journal(journalFile);
  const unknown = await settleUnknownOutcomes(journalFile, journal);
  const scratch = scratchDirectory(state, places.env);
  const runner = createRunner({
    packs: packs.set,
    trust: packs.trust,
    policy: fixedPolicy(policyOf(settings.policy)),
    admission: admission.value,
    journal,
    ask,
    scratchDirectory: scratch,
    protectedRoots: [state, scratch, packsDirectory, '/etc/packwright'],
  });
  return {
    runner,
    actions: packs.actions,
    notices: [
      ...packs.broken.map(({ directory, reason }) => `${directory} is left out: ${reason}`),
      ...unknown.map(({ actionId, time }) => `nobody knows how ${actionId}, started at ${time}, ended`),
    ],
  };
}

function settingsOf({ cwd, env, config, packs, state }: HostPlaces) {
  const loaded = loadSettings({
    cwd,
    env,
    file: config,
    flags: {
      ...(packs !== undefined && { packs_dir: packs }),
      ...(state !== undefined && { state_dir: state }),
    },
  });
  for (const { path, source, diagnostics } of loaded.files) {
    const fault = diagnostics.find(({ severity }) => severity === 'error');
    if (!fault) continue;
    const { line, column } = source.position(fault.span.start);
    throw new HostError(
      `${path}:${line}:${column} ${fault.message}`,
      fault.hint ?? 'run `packwright config check`',
    );
  }
  const { packs_dir, state_dir } = loaded.value;
  if (packs_dir === undefined)
    throw new HostError(
      'nothing says where packs are installed',
      'give --packs, or set `packs_dir` in packwright.yaml',
    );
  return {
    settings: loaded.value,
    state: resolve(cwd, state_dir ?? defaultStateDir(env)),
    packsDirectory: resolve(cwd, packs_dir),
  };
}

/** Other users pass through it, so for root it does not lie in the state directory. */
function scratchDirectory(state: string, env: HostPlaces['env']): string {
  if (process.getuid?.() === 0 && process.platform === 'linux') return '/run/packwright';
  return env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'packwright') : join(state, 'run');
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
