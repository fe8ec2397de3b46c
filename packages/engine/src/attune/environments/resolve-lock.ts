import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareUtf8 } from '@packwright/values';
import { Executor } from '../../executor/executor.ts';
import type { BuildSettings } from './build.ts';
import { npmSources, pipSources } from './install-sources.ts';
import { InstallError, install, npmEnvironment } from './installer.ts';
import { manifestFault } from './manifest-fault.ts';
import type { EnvironmentKind } from './need.ts';

/** A lock as it would be written, or why nothing fits what a pack asks for. */
export type ResolvedLock =
  | { readonly ok: true; readonly file: string; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** Pins what a manifest asks for to versions and hashes, for this machine's system. Installs and runs nothing of it. */
export async function resolveLock(
  kind: EnvironmentKind,
  manifest: Uint8Array,
  settings: Pick<BuildSettings, 'scratchDirectory' | 'sources' | 'signal'>,
): Promise<ResolvedLock> {
  const fault = manifestFault(kind, manifest);
  if (fault !== undefined) return { ok: false, message: fault };
  try {
    return await (kind === 'venv' ? resolveRequirements : resolvePackages)(manifest, settings);
  } catch (error) {
    if (error instanceof InstallError) return { ok: false, message: error.message };
    throw error;
  }
}

type Settings = Parameters<typeof resolveLock>[2];

interface Report {
  readonly install: readonly {
    readonly metadata: { readonly name: string; readonly version: string };
    readonly download_info: { readonly archive_info?: { readonly hashes?: { readonly sha256?: string } } };
  }[];
}

async function resolveRequirements(manifest: Uint8Array, settings: Settings): Promise<ResolvedLock> {
  const { scratchDirectory, sources, signal = new AbortController().signal } = settings;
  const executor = new Executor({ scratchDirectory, inheritEnv: [], cancelGraceMs: 10_000 });
  const argv = [
    ...['-m', 'pip', '--isolated', '--disable-pip-version-check', 'install', '--no-input', '--no-cache-dir'],
    ...['--dry-run', '--ignore-installed', '--quiet', '--report', '-', '--only-binary', ':all:'],
    ...[...pipSources(sources), '--requirement', { file: 'requirements.txt' }],
  ];
  const files = [{ name: 'requirements.txt', content: manifest }];
  const report: Report = JSON.parse(await install(executor, { program: 'python3', argv, files }, signal));
  const lines = report.install.map(({ metadata: { name, version }, download_info: { archive_info } }) => {
    const hash = archive_info?.hashes?.sha256;
    if (hash === undefined) throw new InstallError(`"${name}" ${version} is no archive that can be pinned`);
    return `${name}==${version} --hash=sha256:${hash}\n`;
  });
  return { ok: true, file: 'requirements.lock', text: lines.toSorted(compareUtf8).join('') };
}

async function resolvePackages(manifest: Uint8Array, settings: Settings): Promise<ResolvedLock> {
  const { scratchDirectory, sources, signal = new AbortController().signal } = settings;
  mkdirSync(scratchDirectory, { recursive: true, mode: 0o711 });
  const directory = mkdtempSync(join(scratchDirectory, 'lock-'));
  try {
    const executor = new Executor({ scratchDirectory, inheritEnv: [], cancelGraceMs: 10_000 });
    writeFileSync(join(directory, 'package.json'), manifest);
    const argv = [
      'install',
      '--package-lock-only',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...npmSources(sources),
    ];
    await install(executor, { program: 'npm', argv, cwd: directory, env: npmEnvironment(directory) }, signal);
    const file = 'package-lock.json';
    return { ok: true, file, text: readFileSync(join(directory, file), 'utf8') };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
