import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Executor } from '../../executor/executor.ts';
import { LockHeldError, lockFile } from '../../journal/file-lock.ts';
import { environmentState, markBuilt } from './built.ts';
import { type InstallSources, npmSources, pipSources } from './install-sources.ts';
import { InstallError, install, npmEnvironment } from './installer.ts';
import { lockFault } from './lock-fault.ts';
import type { EnvironmentLock, EnvironmentNeed } from './need.ts';
import { placeOf } from './place.ts';

/** Where environments stand, and what may be asked for packages. */
export interface BuildSettings {
  /** Absolute path. */
  readonly environmentsDirectory: string;
  /** Absolute path of a directory for the private files of installers. */
  readonly scratchDirectory: string;
  readonly sources: InstallSources;
  readonly signal?: AbortSignal;
}

/** Where an environment stands, or why there is none. */
export type BuildResult =
  | { readonly ok: true; readonly place: string; readonly isNew: boolean }
  | { readonly ok: false; readonly message: string; readonly hint?: string };

const LONGEST_WAIT_MS = 1_200_000;

/**
 * Builds the environment of a lock, once: who comes second waits and finds it, and one that was damaged is built anew. Nothing but what the lock pins is
 * installed, and nothing of it is run. It is built beside its place and moved there whole, so no half of it is ever used.
 */
export async function buildEnvironment(need: EnvironmentNeed, settings: BuildSettings): Promise<BuildResult> {
  const { lock, kind, packRef, manifest } = need;
  if (!lock) {
    const message = `the pack asks for packages in "${manifest}" and pins none of them`;
    return { ok: false, message, hint: 'pin them with `packwright env lock`, and trust the pack anew' };
  }
  const fault = lockFault(kind, lock);
  if (fault !== undefined) return { ok: false, message: `"${lock.file}" pins too little: ${fault}` };
  const place = placeOf(settings.environmentsDirectory, packRef, kind, lock);
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  let release: (() => void) | undefined;
  try {
    release = await lockFile(`${place}.lock`, LONGEST_WAIT_MS);
    if (environmentState(place, lock.sha256) === 'whole') return { ok: true, place, isNew: false };
    await buildAt(place, { ...need, lock }, settings);
    return { ok: true, place, isNew: true };
  } catch (error) {
    if (error instanceof InstallError || error instanceof LockHeldError)
      return { ok: false, message: error.message };
    throw error;
  } finally {
    release?.();
  }
}

type LockedNeed = EnvironmentNeed & { readonly lock: EnvironmentLock };

async function buildAt(place: string, need: LockedNeed, settings: BuildSettings): Promise<void> {
  // Under the lock nobody else builds here: what lies about was left by who was killed.
  const leftovers = readdirSync(dirname(place)).filter((name) =>
    name.startsWith(`${basename(place)}.building-`),
  );
  for (const name of leftovers) rmSync(join(dirname(place), name), { recursive: true, force: true });
  const directory = `${place}.building-${randomBytes(8).toString('hex')}`;
  try {
    mkdirSync(directory, { mode: 0o755 });
    await (need.kind === 'venv' ? buildVenv : buildNodeModules)(directory, need.lock, settings);
    markBuilt(directory, need.kind, need.lock);
    rmSync(place, { recursive: true, force: true });
    renameSync(directory, place);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const executorOf = ({ scratchDirectory }: BuildSettings) =>
  new Executor({ scratchDirectory, inheritEnv: [], cancelGraceMs: 10_000 });

async function buildVenv(directory: string, lock: EnvironmentLock, settings: BuildSettings): Promise<void> {
  const { sources, signal = new AbortController().signal } = settings;
  const executor = executorOf(settings);
  await install(
    executor,
    { program: 'python3', argv: ['-m', 'venv', '--copies', '--without-pip', directory] },
    signal,
  );
  // The installer of the machine, so that none stays behind in the environment.
  const argv = [
    ...[
      '-m',
      'pip',
      '--python',
      join(directory, 'bin', 'python3'),
      '--isolated',
      '--disable-pip-version-check',
    ],
    ...['install', '--no-input', '--no-cache-dir'],
    ...['--require-hashes', '--only-binary', ':all:', ...pipSources(sources), '--requirement'],
  ];
  const files = [{ name: lock.file, content: lock.content }];
  await install(executor, { program: 'python3', argv: [...argv, { file: lock.file }], files }, signal);
}

async function buildNodeModules(
  directory: string,
  lock: EnvironmentLock,
  settings: BuildSettings,
): Promise<void> {
  const { sources, signal = new AbortController().signal } = settings;
  writeFileSync(join(directory, 'package.json'), lock.manifest ?? '{}');
  writeFileSync(join(directory, lock.file), lock.content);
  const argv = ['ci', '--ignore-scripts', '--omit', 'dev', '--no-audit', '--no-fund', ...npmSources(sources)];
  const step = { program: 'npm', argv, cwd: directory, env: npmEnvironment(directory) };
  await install(executorOf(settings), step, signal);
  rmSync(join(directory, '.cache'), { recursive: true, force: true });
  mkdirSync(join(directory, 'node_modules'), { recursive: true });
}
