// A fault hides nothing that is wrong elsewhere, and brings nothing up that is not.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtures as attune } from './attune/fixtures/fixture.ts';
import { fixtures as evershell } from './evershell/fixtures/fixture.ts';
import { open } from './open.ts';
import { memoryTree } from './tree/memory-tree.ts';
import { nodeSha256 } from './tree/node-sha256.ts';

type Files = Readonly<Record<string, string>>;

const judged = (files: Files) => open(memoryTree(files), { sha256: nodeSha256 }).diagnostics;
const told = (files: Files) => judged(files).map(({ code, file }) => `${code} ${file}`);

const manifest = 'ref: net\nlabel: Net\nversion: 1.0.0\n';
const pingWith = (more: string): Files => ({
  'pack.yaml': manifest,
  'actions/ping.yaml': `ref: net.ping\nlabel: Ping\nrunner_type: shell\nentry_point: ping.sh\n${more}`,
  'actions/ping.sh': '',
});
const workflowWith = (more: string, tasks: string, version = 'version: 1.0.0\n'): Files => ({
  ...pingWith('parameters: {host: {type: string}}\n'),
  'actions/sweep.yaml': 'ref: net.sweep\nlabel: Sweep\nworkflow_file: workflows/sweep.workflow.yaml\n',
  'actions/workflows/sweep.workflow.yaml': `ref: net.sweep\n${version}${more}tasks:\n${tasks}`,
});
const board = (more: string): Files => ({ 'pack.yaml': `name: board\n${more}` });
const rule = '    type: http\n    allow: [{domains: ["*"], methods: [GET]}]\n';

describe('what is wrong is told beside', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'a manifest that is no YAML',
      { ...pingWith('runtime_version: newest\nentry_pont: x\n'), 'pack.yaml': `${manifest}tags: [\n` },
      ['PCK001 pack.yaml', 'ATT109 actions/ping.yaml', 'ATT102 actions/ping.yaml'],
    ],
    [
      'a value of another type in the same component',
      pingWith('runtime_version: newest\ndescription: [1]\n'),
      ['ATT109 actions/ping.yaml', 'PCK103 actions/ping.yaml'],
    ],
    [
      'a key that is missing where the warning stands',
      workflowWith('', '  - {name: a, action: net.ping, input: {hots: x}}\n', ''),
      ['PCK102 actions/workflows/sweep.workflow.yaml', 'ATT116 actions/workflows/sweep.workflow.yaml'],
    ],
    [
      'a fault in another task',
      workflowWith(
        'label: Sweep\n',
        '  - {name: a, action: net.ping, input: {hots: x}}\n  - {name: b, action: net.ping, retry: [1]}\n',
      ),
      ['ATT116 actions/workflows/sweep.workflow.yaml', 'PCK103 actions/workflows/sweep.workflow.yaml'],
    ],
    [
      'a file of the kind that is another by its ref',
      {
        ...pingWith(''),
        'actions/zz.yaml': 'ref: net.other\nlabel: [\n',
        'policies/p.yaml': 'ref: p\naction_ref: net.gone\nquotas: [{quota_type: total, limit: 1}]\n',
      },
      ['PCK001 actions/zz.yaml', 'ATT012 policies/p.yaml'],
    ],
    [
      'another capability',
      board(`description: Reads.\ncapabilities:\n  - name: a\n${rule}  - name: [1]\n${rule}`),
      ['EVS219 pack.yaml', 'PCK103 pack.yaml'],
    ],
    [
      'another key of a content pack',
      board('suggested_packs: [board]\ncategory: [1]\n'),
      ['EVS101 pack.yaml', 'EVS104 pack.yaml', 'PCK105 pack.yaml'],
    ],
  ])('%s', (_, files, expected) => {
    expect(told(files)).toEqual(expected);
  });
});

describe('nothing is concluded from', () => {
  test('a runtime that cannot be read', () => {
    const files = {
      'pack.yaml': manifest,
      'actions/ping.yaml': 'ref: net.ping\nlabel: Ping\nrunner_type: perl6\nentry_point: ping.p6\n',
      'actions/ping.p6': '',
    };
    expect(told(files)).toEqual(['ATT108 actions/ping.yaml']);
    const runtime = (name: string) => ({ 'runtimes/r.yaml': `ref: net.${name}\nname: ${name}\nx: [\n` });
    expect(told({ ...files, ...runtime('perl6') })).toEqual(['PCK001 runtimes/r.yaml']);
    expect(told({ ...files, ...runtime('zig') })).toEqual([
      'ATT108 actions/ping.yaml',
      'PCK001 runtimes/r.yaml',
    ]);
  });

  test('a runner that cannot be read', () => {
    const sensor = 'ref: net.watch\nlabel: Watch\ntrigger_types: []\nentry_point: net-watch\n';
    const files = { 'pack.yaml': manifest, 'sensors/watch.yaml': `${sensor}runner_type: shell\n` };
    expect(told(files)).toEqual(['ATT013 sensors/watch.yaml']);
    expect(told({ ...files, 'sensors/watch.yaml': `${sensor}runner_type: [native]\n` })).toEqual([
      'PCK103 sensors/watch.yaml',
    ]);
  });

  test('an action whose ref cannot be read', () => {
    const policy = 'ref: p\naction_ref: net.gone\nquotas: [{quota_type: total, limit: 1}]\n';
    const files = { ...pingWith(''), 'policies/p.yaml': policy };
    expect(told(files)).toEqual(['ATT012 policies/p.yaml']);
    expect(told({ ...files, 'actions/zz.yaml': 'label: [\n' })).toEqual(['PCK001 actions/zz.yaml']);
    expect(told({ ...files, 'actions/zz.yaml': 'ref: net.gone\nlabel: [\n' })).toEqual([
      'PCK001 actions/zz.yaml',
    ]);
  });
});

/** The text files of a fixture. */
function filesOf(folder: string): Files {
  const paths = globSync('**/*.*', { cwd: folder }).filter((path) => !/\.(?:png|gz)$/.test(path));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** A document with a fault at each key of its top level in turn, and at each value below. */
function* faulty(text: string): Generator<string> {
  const lines = text.split('\n');
  yield `${text}\nzz: [\n`;
  for (const [at, line] of lines.entries()) {
    const key = /^(?<indent> *)(?:- )?[A-Za-z_]+:(?= *[^ |>&*{[#]|$)/.exec(line);
    if (!key) continue;
    const isTop = key.groups?.indent === '' && !line.startsWith('-');
    const next = lines.findIndex((each, index) => index > at && /^[A-Za-z_]/.test(each));
    const after = isTop ? (next < 0 ? lines.length : next) : at + 1;
    if (!isTop && line.endsWith(':')) continue;
    for (const put of isTop ? [[], [`${key[0]} [1]`], [key[0]]] : [[`${key[0]} [1]`]])
      yield [...lines.slice(0, at), ...put, ...lines.slice(after)].join('\n');
  }
}

/** The good packs of all rules, by the case and its folder. */
const goods = [attune, evershell].flatMap((folder) =>
  globSync(['*/good', '*/*/good'], { cwd: folder }).map((name) => [name, join(folder, name)] as const),
);

test.each(goods)('a fault in a file of %s is the only one that is told', (_, folder) => {
  const files = filesOf(folder);
  for (const [path, text] of Object.entries(files)) {
    if (!/\.ya?ml$/.test(path)) continue;
    for (const broken of faulty(text)) {
      const found = judged({ ...files, [path]: broken });
      // A key that is left out may be optional, and changes what the others mean.
      if (!found.some(({ code, file }) => file === path && /^PCK[01]/.test(code))) continue;
      const others = found.filter(({ code }) => !code.startsWith('PCK'));
      expect(others, `${path}\n${broken}`).toEqual([]);
    }
  }
});
