import { gzipSync } from 'node:zlib';
import { buildImage } from '@packwright/image';
import { describe, expect, test } from 'vitest';
import { imageInput } from '../image-input.ts';
import { open } from '../open.ts';
import { checkScripts } from '../scripts/check-scripts.ts';
import { checkTogether } from '../together.ts';
import { archiveTree } from '../tree/archive-tree.ts';
import { tarOf } from '../tree/fixtures/tar-gz.ts';
import { zipOf } from '../tree/fixtures/zip.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';

const MANIFEST = 'name: board\ndescription: Reads the board.\n';
const files = {
  'pack.yaml': MANIFEST,
  'behavior.md': 'Read `guides/use.md`.\n',
  'guides/use.md': '# Using it\n',
  'scripts/read.sh': '#!/bin/sh\ncurl https://board.example/\n',
};
const opened = (more: Readonly<Record<string, MemoryEntry>> = {}) => open(memoryTree({ ...files, ...more }));
const entries = (prefix = '') =>
  Object.entries(files).map(([name, content]) => ({ name: prefix + name, content }));

describe('a manifest', () => {
  test.each([
    ['a name alone', 'name: board\n'],
    ['keys that only content packs have', 'capabilities: []\n'],
    ['a directive of YAML 1.2', '%YAML 1.2\n---\nname: board\n'],
  ])('with %s is of an Evershell pack', (_, manifest) => {
    expect(open(memoryTree({ 'pack.yaml': manifest })).format).toBe('evershell');
  });

  test.each([
    ['a ref is of an Attune pack', 'name: board\nref: board\n', 'attune'],
    ['a vendor is of an emisar pack', 'name: board\nvendor: Ops\n', 'emisar'],
    ['keywords is of a StackStorm pack, which is not read', 'name: board\nkeywords: [a]\n', null],
  ])('with a name and %s', (_, manifest, format) => {
    expect(open(memoryTree({ 'pack.yaml': manifest })).format).toBe(format);
  });

  test('may have keys of its author, which are not looked into, but not twice', () => {
    expect(opened({ 'pack.yaml': `${MANIFEST}x-owner: {team: ops, on-call: [a]}\n` }).diagnostics).toEqual(
      [],
    );
    const twice = opened({ 'pack.yaml': `${MANIFEST}x-owner: a\nx-owner: b\n` });
    expect(twice.diagnostics.map(({ code }) => code)).toEqual(['PCK006']);
  });

  test('with a number for a version is told to quote it, and the fix does', () => {
    const { diagnostics } = opened({ 'pack.yaml': `${MANIFEST}version: 1.10\n` });
    expect(diagnostics).toMatchObject([
      {
        code: 'PCK103',
        message: '`version` is 1.10, not text',
        hint: 'quote it: "1.10"',
        fix: { edits: [{ newText: '"1.10"' }] },
      },
    ]);
  });

  test.each(['a list', 'a text with commas'])('suggests packs as %s, the same ones', (form) => {
    const suggested = form === 'a list' ? '[web-fetch, pdf-reader]' : 'web-fetch,  pdf-reader,';
    const { view } = opened({ 'pack.yaml': `${MANIFEST}suggested_packs: ${suggested}\n` });
    expect(view?.content?.suggestions).toEqual(['web-fetch', 'pdf-reader']);
  });
});

describe('the version of a pack that states none', () => {
  test('is made from its contents', () => {
    const { version } = opened();
    expect(version).toBe('sha-a07977dedd2c');
    expect(opened({ 'data/x.csv': 'a\n' }).version).not.toBe(version);
    expect(opened({ 'pack.yaml': `${MANIFEST}category: tools\n` }).version).not.toBe(version);
  });

  test('does not count the line that would state it', () => {
    const { version } = opened();
    expect(opened({ 'pack.yaml': `${MANIFEST}version: ""\n` }).version).toBe(version);
    expect(opened({ 'pack.yaml': `${MANIFEST}version:\n` }).version).toBe(version);
    expect(opened({ 'pack.yaml': `${MANIFEST}version: null\n` }).version).toBe(version);
    expect(
      opened({ 'pack.yaml': `name: board\nversion:  ''  # none\ndescription: Reads the board.\n` }).version,
    ).toBe(version);
  });

  test('is that of an image, and so is the digest', () => {
    const tree = memoryTree(files);
    const pack = open(tree);
    const input = imageInput(tree, pack);
    expect(input?.version).toBe(pack.version);
    expect(input && buildImage(input).digest).toBe(pack.digest);
    expect(pack.digest).toBe('sha256:0e12295520acd6974c6b29a0da6f41436aff65285f06b3c1f91c0906b06de9a5');
  });
});

describe('the digest is the same', () => {
  const { digest } = opened();
  const litter = [
    { name: '__MACOSX/._pack.yaml', content: 'x' },
    { name: 'guides/.DS_Store', content: 'x' },
    { name: 'scripts/Thumbs.db', content: 'x' },
  ];

  test.each([
    ['from a tar file', () => tarOf(entries())],
    ['from a gzipped tar file', async () => gzipSync(await tarOf(entries()))],
    ['from a zip file', () => zipOf(entries())],
    ['from a tar file of the directory itself', () => tarOf([{ name: './', type: '5' }, ...entries('./')])],
    [
      'from a tar file that names its directories, as tar writes them',
      () =>
        tarOf([...['./', './guides/', './scripts/'].map((name) => ({ name, type: '5' })), ...entries('./')]),
    ],
    [
      'from a tar file with a directory around it',
      () =>
        tarOf([...['board/', 'board/guides/'].map((name) => ({ name, type: '5' })), ...entries('board/')]),
    ],
    ['with a directory around it', () => zipOf([{ name: 'board-1.0/' }, ...entries('board-1.0/')])],
    ['with what systems leave behind', () => zipOf([...entries(), ...litter])],
    ['with both', () => zipOf([...entries('board/'), { name: '__MACOSX/._board', content: 'x' }])],
  ])('%s', async (_, archive) => {
    const pack = open(await archiveTree([await archive()]));
    expect(pack.diagnostics).toEqual([]);
    expect(pack.digest).toBe(digest);
  });

  test('and what was left out is listed', async () => {
    const { view } = open(await archiveTree([await zipOf([...entries(), ...litter])]));
    expect(view?.content?.stripped).toEqual([
      '__MACOSX/._pack.yaml',
      'guides/.DS_Store',
      'scripts/Thumbs.db',
    ]);
  });

  test('but for a file that may be run', async () => {
    const mode = 0o100755;
    const zip = await zipOf(
      entries().map((entry) => (entry.name === 'guides/use.md' ? { ...entry, mode } : entry)),
    );
    expect(open(await archiveTree([zip])).digest).not.toBe(digest);
  });

  test('a directory in a directory is unpacked once only', async () => {
    const twice = open(await archiveTree([await zipOf(entries('a/b/'))]));
    expect(twice.format).toBe(null);
  });
});

test('the view has what the pack tells an agent, and what it reaches', () => {
  const capability = `capabilities:
  - name: board
    type: http
    allow: [{domains: ["*.Board.example"], methods: [GET], paths: ["/v2/**"], when: 'request.port == 443'}]
    transforms: [{auth: board-bot}]
    budgets: {counters: {reads: {limit: 5, window: 1h}}}
`;
  const { view } = opened({ 'pack.yaml': `${MANIFEST}${capability}`, 'templates/a.json': '{}\n' });
  expect(view?.card).toMatchObject({
    id: 'board',
    title: 'Board',
    summary: 'Reads the board.',
    category: 'general',
  });
  expect(view?.content).toMatchObject({
    directories: ['guides', 'scripts', 'templates'],
    guides: [{ path: 'guides/use.md', title: 'Using it' }],
    scripts: [{ path: 'scripts/read.sh', interpreter: 'sh' }],
    templates: ['templates/a.json'],
    behaviorBytes: 22,
    files: 5,
  });
  expect(view?.capabilities).toEqual([
    {
      name: 'board',
      rules: [
        {
          name: '',
          domains: ['*.board.example'],
          methods: ['GET'],
          paths: ['/v2/**'],
          insecure: false,
          conditions: 1,
          checksBody: false,
        },
      ],
      budgets: [{ name: 'reads', limit: 5, scope: 'workspace', seconds: 3600 }],
      transforms: ['t0'],
      credentials: ['board-bot'],
      secrets: [],
    },
  ]);
});

test('two packs of one name cannot be attached together', () => {
  const packs = ['one', 'two'].map((path) => ({ path, opened: opened() }));
  expect(checkTogether(packs).map((found) => found.map(({ code }) => code))).toEqual([[], ['EVS001']]);
});

test('what is wrong beside a manifest that is no YAML is told as well', () => {
  const { diagnostics } = opened({ 'pack.yaml': 'name: [board\n', 'README.md': 'x\n' });
  expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'PCK001 pack.yaml',
    'EVS002 README.md',
  ]);
});

test('scripts of an archive are given to the shell of their first line', async () => {
  const broken = { name: 'scripts/broken.sh', content: '#!/bin/sh\nif true\n' };
  const tree = await archiveTree([
    await zipOf([...entries('wrapped/'), { ...broken, name: `wrapped/${broken.name}` }]),
  ]);
  const found = await checkScripts(tree, open(tree));
  expect(found.map(({ code, file }) => `${code} ${file}`)).toEqual(['PCK204 scripts/broken.sh']);
});

test('of a key that is written twice the last is judged, where it stands', () => {
  const manifest =
    'name: web\ndisplay_name: Web\ncapabilities: []\ncapabilities:\n  - {name: a, type: htpt, allow: []}\n';
  const { diagnostics } = open(memoryTree({ 'pack.yaml': manifest }));
  const marked = diagnostics.map(({ code, span }) => [code, manifest.slice(span.start, span.end)]);
  expect(marked).toContainEqual(['PCK006', 'capabilities']);
  expect(marked).toContainEqual(['PCK105', 'htpt']);
});
