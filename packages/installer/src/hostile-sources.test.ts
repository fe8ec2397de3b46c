import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { sha256Hex } from '@packwright/values';
import { pack as tarPack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { demoFiles, newFolder, written } from './fixtures/packs.ts';
import { InstallError } from './install-error.ts';
import { checkFetched, placePack } from './place-pack.ts';
import { tarball } from './registry/tarball.ts';
import { parseRequest } from './request.ts';
import { fetchPack } from './source/fetch-pack.ts';
import type { FetchTerms } from './source/source.ts';
import { storeAt } from './store/store.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let answers: Map<string, Answer>;
let origin: string;
let close: () => void;

beforeEach(async () => {
  answers = new Map();
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});
afterEach(() => close());

const send =
  (bytes: Uint8Array | string): Answer =>
  (_, response) =>
    response.end(bytes);
const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location }).end();

const demoTarball = (version = '1.0.0') =>
  tarball(
    Object.entries(demoFiles(version)).map(([name, text]) => ({
      name,
      bytes: new TextEncoder().encode(text),
    })),
  );

async function tarOf(entries: readonly { name: string; type?: 'symlink' | 'link'; linkname?: string }[]) {
  const archive = tarPack();
  const whole = buffer(archive);
  for (const entry of entries) archive.entry(entry, '');
  archive.finalize();
  return gzipSync(await whole);
}

/** Installs into a new store; the code and message of a refusal, after a look that nothing stayed behind. */
async function attempt(
  request: string,
  change: Partial<FetchTerms> & { hash?: string } = {},
): Promise<string> {
  const root = newFolder();
  const { hash, ...rest } = change;
  const terms = { cwd: root, registry: undefined, hosts: undefined, timeoutMs: 2_000, ...rest };
  try {
    const fetched = await fetchPack(
      parseRequest(request, () => false),
      terms,
    );
    const checked = checkFetched(fetched, { hash, keys: [], signed: false });
    await placePack(storeAt(join(root, 'packs')), checked, { requested: request, replace: false });
    return 'installed';
  } catch (error) {
    if (!(error instanceof InstallError)) throw error;
    expect(existsSync(join(root, 'packs'))).toBe(false);
    return `${error.code}: ${error.message.replaceAll(origin, 'ORIGIN')}`;
  }
}

test('a pack from a good server is installed', async () => {
  answers.set('/demo.tar.gz', send(await demoTarball()));
  expect(await attempt(`${origin}/demo.tar.gz`)).toBe('installed');
});

test('a zip is installed like any other archive, from a server and from a file', async () => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(demoFiles('1.0.0'))) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const bytes = await buffer(zip.outputStream);
  answers.set('/demo.zip', send(bytes));
  expect(await attempt(`${origin}/demo.zip`)).toBe('installed');
  expect(await attempt(join(written(newFolder(), { 'demo.zip': bytes }), 'demo.zip'))).toBe('installed');
});

describe('addresses', () => {
  test.each([
    [
      'http://example.com/a.tar.gz',
      'address_refused: the address "http://example.com/a.tar.gz" is not https',
    ],
    [
      'https://me:pw@example.com/a',
      'address_refused: the address "https://…@example.com/a" holds a name or a password',
    ],
    ['https://example.com/a#b', 'address_refused: the address "https://example.com/a#b" has a fragment'],
    ['https://', 'address_refused: the address "https://" cannot be read'],
  ])('%s is refused before anything is asked', async (address, said) => {
    expect(await attempt(address)).toBe(said);
  });

  test('of hosts that the settings do not name are refused', async () => {
    expect(await attempt('https://example.com/a', { hosts: ['packs.example.org'] })).toBe(
      'host_refused: packs may not be fetched from "example.com"',
    );
  });
});

describe('redirects', () => {
  test('within the host are followed', async () => {
    answers.set('/demo.tar.gz', send(await demoTarball()));
    answers.set('/latest', redirect('/demo.tar.gz'));
    expect(await attempt(`${origin}/latest`)).toBe('installed');
  });

  test('to another host are refused', async () => {
    answers.set('/latest', redirect('https://elsewhere.example/demo.tar.gz'));
    expect(await attempt(`${origin}/latest`)).toBe(
      'redirect_refused: "ORIGIN/latest" redirects to "https://elsewhere.example/demo.tar.gz", which is another host',
    );
  });

  test('to http on a host that is allowed are refused all the same', async () => {
    answers.set('/latest', redirect('http://elsewhere.example/demo.tar.gz'));
    expect(await attempt(`${origin}/latest`, { hosts: ['127.0.0.1', 'elsewhere.example'] })).toBe(
      'address_refused: the address "http://elsewhere.example/demo.tar.gz" is not https',
    );
  });

  test('end after ten', async () => {
    answers.set('/latest', redirect('/latest'));
    expect(await attempt(`${origin}/latest`)).toBe(
      'redirect_refused: "ORIGIN/latest" redirects more than ten times',
    );
  });
});

describe('answers', () => {
  test('that are missing are said to be', async () => {
    expect(await attempt(`${origin}/gone`)).toBe('not_found: there is nothing at "ORIGIN/gone"');
  });

  test('of a server in trouble are said to be', async () => {
    answers.set('/a', (_, response) => response.writeHead(503).end());
    expect(await attempt(`${origin}/a`)).toBe('fetch_failed: "ORIGIN/a" answers with status 503');
  });

  test('that are too long are not read to the end', async () => {
    let sent = 0;
    answers.set('/a', (_, response) => {
      const more = () => {
        while (!response.destroyed && sent < 400)
          if (!response.write(Buffer.alloc(1024 * 1024, sent++))) return;
        response.end();
      };
      response.on('drain', more);
      more();
    });
    expect(await attempt(`${origin}/a`, { timeoutMs: 20_000 })).toBe(
      'too_large: "ORIGIN/a" is larger than 40 MiB',
    );
    expect(sent).toBeLessThan(100);
  });

  test('that are cut off are not taken for whole', async () => {
    const whole = await demoTarball();
    answers.set('/a', (_, response) => {
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, 100), () => response.destroy());
    });
    expect(await attempt(`${origin}/a`)).toBe(
      'fetch_failed: cannot fetch "ORIGIN/a": the connection was closed before the end',
    );
  });

  test('of a slow server are not waited for', async () => {
    answers.set('/a', (_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await attempt(`${origin}/a`, { timeoutMs: 300 })).toBe(
      'too_slow: "ORIGIN/a" was not there in full after 0.3 seconds',
    );
  });

  test('that are no archive are refused', async () => {
    answers.set('/a', send('<html>'));
    expect(await attempt(`${origin}/a`)).toBe(
      `pack_refused: "ORIGIN/a" is refused with an error: the archive is not in gzip format`,
    );
  });
});

describe('archives', () => {
  test.each([
    ['a path out of it', [{ name: '../evil' }], 'the entry "../evil" leads out of the archive'],
    [
      'a link',
      [{ name: 'pack.yaml', type: 'symlink', linkname: '/etc/passwd' }],
      '"pack.yaml" is a link, not a file',
    ],
    ['a hard link', [{ name: 'a', type: 'link', linkname: 'pack.yaml' }], '"a" is a link, not a file'],
  ] as const)('with %s are refused', async (_, entries, why) => {
    answers.set('/a', send(await tarOf(entries)));
    expect(await attempt(`${origin}/a`)).toBe(`pack_refused: "ORIGIN/a" is refused with an error: ${why}`);
  });

  test('with other bytes than --hash demands are refused', async () => {
    answers.set('/a', send(await demoTarball()));
    const hash = 'A'.repeat(64);
    expect(await attempt(`${origin}/a`, { hash })).toMatch(
      /^hash_mismatch: demo 1\.0\.0 has the hash sha256:[0-9a-f]{64}, not sha256:a{64} as --hash demands$/,
    );
  });
});

describe('registries', () => {
  const HASH = `sha256:${'0'.repeat(64)}`;
  const catalog = (change: object) =>
    JSON.stringify({
      packs: [
        {
          id: 'demo',
          name: 'Demo',
          version: '1.0.0',
          content_hash: HASH,
          tarball_url: 'd.tar.gz',
          ...change,
        },
      ],
    });

  test('that lie about a hash are found out', async () => {
    answers.set('/v1/catalog.json', send(catalog({})));
    answers.set('/d.tar.gz', send(await demoTarball()));
    expect(await attempt('demo', { registry: origin })).toMatch(
      /^hash_mismatch: demo 1\.0\.0 has the hash sha256:[0-9a-f]{64}, not sha256:0{64} as the registry says$/,
    );
  });

  test('that give another version than they name are found out', async () => {
    answers.set('/packs/demo/versions/1.0.0/pack.tar.gz', send(await demoTarball('0.9.0')));
    expect(await attempt('demo=1.0.0', { registry: origin })).toBe(
      'other_pack: "ORIGIN/packs/demo/versions/1.0.0/pack.tar.gz" holds version 0.9.0 of demo instead of 1.0.0',
    );
  });

  test('with a catalog that is none are refused', async () => {
    answers.set('/v1/catalog.json', send('{"packs":[{"id":1}]}'));
    expect(await attempt('demo', { registry: origin })).toBe(
      'index_malformed: the catalog of "ORIGIN" cannot be read at "packs.0.version"',
    );
  });

  test('that do not have the pack or the version say what they have', async () => {
    answers.set('/v1/catalog.json', send(catalog({})));
    expect(await attempt('redis', { registry: origin })).toBe('not_found: "ORIGIN" has no pack "redis"');
    expect(await attempt('demo=2.0.0', { registry: origin })).toBe(
      'not_found: "ORIGIN" has no version 2.0.0 of demo',
    );
    expect(await attempt('demo')).toBe('registry_unset: no registry is set for packs that are named');
  });

  test('of Attune: an archive with another checksum than the index has is refused', async () => {
    const source = { type: 'archive', url: `${origin}/d.tar.gz`, checksum: HASH };
    const index = { packs: [{ ref: 'demo', version: '1.0.0', install_sources: [source] }] };
    answers.set('/index.json', send(JSON.stringify(index)));
    answers.set('/d.tar.gz', send(await demoTarball()));
    expect(await attempt('demo', { registry: `${origin}/index.json` })).toMatch(
      /^hash_mismatch: the archive "ORIGIN\/d\.tar\.gz" has the checksum sha256:[0-9a-f]{64}, not sha256:0{64} as the index says$/,
    );
  });

  test('of Attune: a pack one directory down is taken, and the packs that it needs are named', async () => {
    const files = Object.entries(demoFiles('1.0.0')).map(([path, text]) => ({
      name: `demo-abc/${path}`,
      bytes: new TextEncoder().encode(text),
    }));
    const bytes = await tarball(files);
    const source = { type: 'archive', url: `${origin}/d.tar.gz`, checksum: `sha256:${sha256Hex(bytes)}` };
    const dependencies = { packs: ['core'] };
    const pack = { ref: 'demo', version: '1.0.0', install_sources: [source], dependencies };
    answers.set('/index.json', send(JSON.stringify({ packs: [pack] })));
    answers.set('/d.tar.gz', send(bytes));
    const terms = { cwd: '/', registry: `${origin}/index.json`, hosts: undefined, timeoutMs: 2_000 };
    const fetched = await fetchPack({ kind: 'name', name: 'demo', version: undefined }, terms);
    expect(fetched.needs).toEqual(['core']);
    expect(checkFetched(fetched, { keys: [], signed: false }).opened.id).toBe('demo');
  });
});

test('what is installed is byte for byte what was fetched, and scripts can be executed', async () => {
  answers.set('/demo.tar.gz', send(await demoTarball()));
  const root = newFolder();
  const terms = { cwd: root, registry: undefined, hosts: undefined, timeoutMs: 2_000 };
  const fetched = await fetchPack({ kind: 'address', url: `${origin}/demo.tar.gz` }, terms);
  const checked = checkFetched(fetched, { keys: [], signed: false });
  await placePack(storeAt(join(root, 'packs')), checked, { requested: 'x', replace: false });
  for (const [path, text] of Object.entries(demoFiles('1.0.0'))) {
    expect(readFileSync(join(root, 'packs/demo', path), 'utf8')).toBe(text);
  }
  expect(statSync(join(root, 'packs/demo/scripts/show.sh')).mode & 0o777).toBe(0o755);
  expect(statSync(join(root, 'packs/demo/pack.yaml')).mode & 0o777).toBe(0o644);
});
