import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { PackTree } from '@packwright/validator';
import { archiveTree } from '@packwright/validator/node';
import { InstallError } from '../install-error.ts';
import { isLoopback } from './download.ts';
import { LARGEST_ARCHIVE } from './read-place.ts';
import type { FetchTerms } from './source.ts';

const COMMIT = /^[0-9a-f]{40}$/;
const run = promisify(execFile);

/** The tree of one commit of a repository, read by the git of this machine; nothing of it is checked out or executed. */
export async function fetchGit(
  url: string,
  ref: string,
  { hosts, timeoutMs }: FetchTerms,
): Promise<{ readonly tree: PackTree; readonly source: string }> {
  const host = URL.canParse(url) ? new URL(url) : undefined;
  const isPlain = host?.protocol === 'http:' && isLoopback(host);
  if (!host || (host.protocol !== 'https:' && !isPlain) || host.username !== '') {
    throw new InstallError(
      'address_refused',
      `the repository "${url}" is not at an https address`,
      'tell its owner',
    );
  }
  if (hosts && !hosts.includes(host.hostname)) {
    const hint = 'add it to `install.hosts`';
    throw new InstallError('host_refused', `packs may not be fetched from "${host.hostname}"`, hint);
  }
  if (!COMMIT.test(ref)) {
    const hint = 'an index has to name the 40 digits of a commit, since branches and tags move';
    throw new InstallError('source_unsupported', `"${ref}" of "${url}" is no commit`, hint);
  }
  return { tree: await commitTree(url, ref, timeoutMs), source: `git+${url}@${ref}` };
}

async function commitTree(url: string, commit: string, timeout: number): Promise<PackTree> {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-git-'));
  const env = { PATH: process.env.PATH, HOME: folder, GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1' };
  const options = { env, cwd: folder, timeout, maxBuffer: LARGEST_ARCHIVE, encoding: 'buffer' } as const;
  const safe = [
    '-c',
    'protocol.allow=never',
    '-c',
    `protocol.${new URL(url).protocol.slice(0, -1)}.allow=always`,
    '-c',
    'http.followRedirects=false',
  ];
  try {
    await run('git', ['init', '--quiet', '--bare', '.'], options);
    await run('git', [...safe, 'fetch', '--quiet', '--depth=1', '--no-tags', '--', url, commit], options);
    const { stdout } = await run('git', ['archive', '--format=tar', commit], options);
    return await archiveTree([gzipSync(stdout, { level: 1 })]);
  } catch (cause) {
    const words = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    const message = `cannot fetch ${commit} of "${url}": ${words.split('\n')[0]}`;
    throw new InstallError('fetch_failed', message, 'check that git is installed and the commit exists', {
      cause,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
