import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { open } from '@packwright/validator';
import { directoryTree, nodeSha256 } from '@packwright/validator/node';
import { needsProgram } from '@packwright/vitest';
import { afterEach, expect, test } from 'vitest';
import { newFolder, written } from '../fixtures/packs.ts';
import { InstallError } from '../install-error.ts';
import { checkFetched } from '../place-pack.ts';
import { fetchPack } from './fetch-pack.ts';

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const files = {
  'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
  'actions/run.yaml': 'ref: demo.run\nlabel: Run\nrunner_type: shell\nentry_point: run.sh\n',
  'actions/run.sh': '#!/bin/sh\necho ran\n',
};

/** What git says; its settings are those of the test alone. */
function git(cwd: string, ...args: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...args], { cwd, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A bare repository with one commit, offered over http on this machine by the server that git brings. */
async function repository() {
  const work = written(newFolder(), files);
  for (const args of [['init'], ['add', '.'], ['commit', '-m', 'first']]) git(work, ...args);
  const root = newFolder();
  git(root, 'clone', '--bare', work, 'demo.git');
  git(join(root, 'demo.git'), 'config', 'uploadpack.allowReachableSHA1InWant', 'true');
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const {
      'content-type': type = '',
      'git-protocol': protocol = '',
      'content-encoding': encoding = '',
    } = request.headers;
    const backend = spawn('git', ['http-backend'], {
      env: {
        ...{ PATH: process.env.PATH, GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1' },
        ...{ PATH_INFO: url.pathname, QUERY_STRING: url.search.slice(1), REQUEST_METHOD: request.method },
        ...{ CONTENT_TYPE: type, GIT_PROTOCOL: String(protocol), HTTP_CONTENT_ENCODING: encoding },
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    request.pipe(backend.stdin);
    const answer = await buffer(backend.stdout);
    const end = answer.indexOf('\r\n\r\n');
    const lines = answer.subarray(0, end).toString('latin1').split('\r\n');
    const headers = lines.map((line) => line.split(': ') as [string, string]);
    const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
    for (const [name, value] of headers) if (name !== 'Status') response.setHeader(name, value);
    response.writeHead(Number.parseInt(status, 10)).end(answer.subarray(end + 4));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo.git`;
  const { digest } = open(directoryTree(work), { sha256: nodeSha256 });
  return { url, commit: git(work, 'rev-parse', 'HEAD'), digest: digest ?? '' };
}

/** What comes of installing from an index that names a repository. */
async function fetched(source: { readonly url: string; readonly ref: string; readonly checksum: string }) {
  const pack = { ref: 'demo', version: '1.0.0', install_sources: [{ type: 'git', ...source }] };
  const folder = written(newFolder(), { 'index.json': JSON.stringify({ packs: [pack] }) });
  const terms = { cwd: folder, registry: 'index.json', hosts: undefined, timeoutMs: 30_000 };
  try {
    const found = await fetchPack({ kind: 'name', name: 'demo', version: undefined }, terms);
    const { opened, files } = checkFetched(found, { keys: [], signed: false });
    return [opened.digest, found.source, ...files.map(({ path }) => path)];
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

needsProgram('git', 'git', () => {
  test('the commit that an index names is fetched, and held to the checksum of its tree', async () => {
    const { url, commit, digest } = await repository();
    expect(await fetched({ url, ref: commit, checksum: digest })).toEqual([
      digest,
      `git+${url}@${commit}`,
      ...['actions/run.sh', 'actions/run.yaml', 'pack.yaml'],
    ]);
    const other = `sha256:${'0'.repeat(64)}`;
    expect(await fetched({ url, ref: commit, checksum: other })).toBe(
      `hash_mismatch: demo 1.0.0 has the hash ${digest}, not ${other} as the registry says`,
    );
  });

  test('a commit that is not there, a branch, and another protocol are refused', async () => {
    const { url, digest: checksum } = await repository();
    const gone = '0123456789'.repeat(4);
    expect(await fetched({ url, ref: gone, checksum })).toContain(
      `fetch_failed: cannot fetch ${gone} of "${url}"`,
    );
    expect(await fetched({ url, ref: 'main', checksum })).toBe(
      `source_unsupported: "main" of "${url}" is no commit`,
    );
    for (const other of [
      'file:///tmp/demo.git',
      'ssh://git@host/demo.git',
      'http://host.example/demo.git',
      'ext::sh',
    ]) {
      expect(await fetched({ url: other, ref: gone, checksum })).toBe(
        `address_refused: the repository "${other}" is not at an https address`,
      );
    }
  });
});
