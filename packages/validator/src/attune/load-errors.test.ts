import { readFileSync } from 'node:fs';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import { attuneRules } from './rules/index.ts';

type Files = Readonly<Record<string, MemoryEntry>>;

/** The code of the checker, our code, the file that is marked, the text that is marked, and what makes the pack bad. */
type Row = readonly [upstream: string, code: string, file: string, marked: string, bad: Files];

const ACTION = 'actions/run.yaml';
const action = (lines: string): Files => ({ [ACTION]: lines });
const manifest = (lines: string): Files => ({ 'pack.yaml': lines });
const graph = (lines: string): Files => ({
  'actions/sweep.yaml': 'ref: demo.sweep\nworkflow_file: workflows/sweep.yaml\n',
  'actions/workflows/sweep.yaml': lines,
});
const cards = (lines: string): Files => ({
  'dashboards/all.yaml': `ref: all\nlayout: {breakpoints: {lg: {columns: 12}}}\ndata_sources: {a: {}}\n${lines}`,
});

/** A pack without a fault, into which each row puts one. */
const good: Files = {
  'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
  [ACTION]: 'ref: demo.run\nlabel: Run\nrunner_type: shell\nentry_point: run.sh\n',
  'actions/run.sh': 'exit 0\n',
};

const loadErrors: readonly Row[] = [
  ['manifest.not_object', 'PCK010', 'pack.yaml', '- ref', manifest('- ref\n')],
  ['manifest.invalid_ref', 'PCK104', 'pack.yaml', 'org.demo', manifest('ref: org.demo\nversion: 1.0.0\n')],
  ['manifest.invalid_version', 'PCK104', 'pack.yaml', '"1.0"', manifest('ref: demo\nversion: "1.0"\n')],
  [
    'manifest.legacy_conflict',
    'ATT001',
    'pack.yaml',
    'name',
    manifest('ref: demo\nversion: 1.0.0\nlabel: A\nname: B\n'),
  ],
  ['component.not_directory', 'ATT003', 'triggers', '', { triggers: 'none\n' }],
  ['component.not_object', 'PCK103', ACTION, '- a', action('- a\n')],
  ['component.invalid_ref', 'PCK104', ACTION, 'run', action('ref: run\nentry_point: run.sh\n')],
  [
    'component.ref_pack_mismatch',
    'ATT010',
    ACTION,
    'other.run',
    action('ref: other.run\nentry_point: run.sh\n'),
  ],
  [
    'component.duplicate_ref',
    'ATT011',
    'actions/twin.yaml',
    'demo.run',
    { 'actions/twin.yaml': 'ref: demo.run\nentry_point: run.sh\n' },
  ],
  ['metadata.invalid_yaml', 'PCK001', ACTION, '[demo', action('ref: [demo\n')],
  [
    'metadata.invalid_yaml',
    'PCK006',
    ACTION,
    'ref',
    action('ref: demo.run\nref: demo.run\nentry_point: run.sh\n'),
  ],
  ['metadata.invalid_yaml', 'PCK004', ACTION, '---', action('ref: demo.run\n---\nref: demo.other\n')],
  ['metadata.missing_field', 'PCK102', ACTION, 'entry_point', action('entry_point: run.sh\n')],
  ['metadata.missing_field', 'ATT016', ACTION, 'ref: demo.run', action('ref: demo.run\n')],
  ['metadata.invalid_field', 'PCK103', ACTION, '5', action('ref: demo.run\nentry_point: 5\n')],
  ['metadata.invalid_field', 'PCK102', ACTION, '""', action('ref: demo.run\nentry_point: ""\n')],
  ['metadata.invalid_field', 'PCK104', ACTION, '" "', action('ref: demo.run\nentry_point: " "\n')],
  [
    'metadata.invalid_field_type',
    'PCK103',
    ACTION,
    'yes',
    action('ref: demo.run\nentry_point: run.sh\nenabled: yes\n'),
  ],
  [
    'metadata.invalid_field_type',
    'PCK103',
    ACTION,
    'label:',
    action('ref: demo.run\nentry_point: run.sh\nlabel:\n'),
  ],
  [
    'metadata.unreadable',
    'PCK012',
    'actions/locked.yaml',
    '',
    { 'actions/locked.yaml': 'ref: demo.locked\n' },
  ],
  ['metadata.unreadable', 'PCK002', ACTION, '\ufffd', { [ACTION]: new Uint8Array([0x72, 0x3a, 0xff]) }],
  [
    'metadata.ignored_location',
    'ATT104',
    'actions/more/run.yaml',
    '',
    { 'actions/more/run.yaml': 'ref: demo.more\n' },
  ],
  [
    'schema.not_object',
    'PCK103',
    ACTION,
    '[a]',
    action('ref: demo.run\nentry_point: run.sh\nparameters: [a]\n'),
  ],
  [
    'schema.invalid_field',
    'ATT018',
    ACTION,
    'text',
    action('ref: demo.run\nentry_point: run.sh\nparameters: {a: text}\n'),
  ],
  [
    'schema.invalid_field',
    'ATT018',
    ACTION,
    'type',
    action('ref: demo.run\nlabel: R\nentry_point: run.sh\noutput: {type: object, properties: {}}\n'),
  ],
  [
    'schema.invalid_field',
    'ATT018',
    ACTION,
    '8080',
    action('ref: demo.run\nentry_point: run.sh\nparameters: {8080: {type: string}}\n'),
  ],
  [
    'schema.missing_type',
    'ATT018',
    ACTION,
    'a',
    action('ref: demo.run\nentry_point: run.sh\nparameters: {a: {}}\n'),
  ],
  ['action.entrypoint', 'ATT014', ACTION, '../run.sh', action('ref: demo.run\nentry_point: ../run.sh\n')],
  ['action.entrypoint_missing', 'ATT013', ACTION, 'gone.sh', action('ref: demo.run\nentry_point: gone.sh\n')],
  ['action.workflow_path', 'ATT014', ACTION, 'run.sh', action('ref: demo.run\nworkflow_file: run.sh\n')],
  [
    'action.workflow_path',
    'ATT014',
    ACTION,
    './workflows/sweep.yaml',
    {
      ...graph('version: "1"\ntasks: [{name: a, action: core.echo}]\n'),
      ...action('ref: demo.run\nworkflow_file: ./workflows/sweep.yaml\n'),
    },
  ],
  [
    'action.workflow_missing',
    'ATT013',
    ACTION,
    'workflows/gone.yaml',
    action('ref: demo.run\nworkflow_file: workflows/gone.yaml\n'),
  ],
  [
    'action.invalid_workflow',
    'ATT030',
    'actions/workflows/sweep.yaml',
    'b',
    graph('version: "1"\ntasks: [{name: a, action: demo.run, next: [{do: [b]}]}]\n'),
  ],
  [
    'sensor.entrypoint',
    'ATT014',
    'sensors/s.yaml',
    '/bin/s',
    { 'sensors/s.yaml': 'ref: demo.s\nrunner_type: shell\nentry_point: /bin/s\ntrigger_types: [a.b]\n' },
  ],
  [
    'sensor.entrypoint_missing',
    'ATT013',
    'sensors/s.yaml',
    's.py',
    { 'sensors/s.yaml': 'ref: demo.s\nrunner_type: python\nentry_point: s.py\ntrigger_types: [a.b]\n' },
  ],
  [
    'sensor.invalid_trigger_types',
    'PCK103',
    'sensors/s.yaml',
    '5',
    { 'sensors/s.yaml': 'ref: demo.s\nentry_point: s\ntrigger_types: [5]\n' },
  ],
  [
    'sensor.missing_trigger_types',
    'ATT017',
    'sensors/s.yaml',
    'entry_point: s',
    { 'sensors/s.yaml': 'ref: demo.s\nentry_point: s\n' },
  ],
  [
    'rule.invalid_reference',
    'PCK104',
    'rules/r.yaml',
    'a.b.c',
    { 'rules/r.yaml': 'ref: r\ntrigger_ref: a.b\naction_ref: a.b.c\n' },
  ],
  ['policy.invalid_controls', 'ATT022', 'policies/p.yaml', 'ref', { 'policies/p.yaml': 'ref: p\n' }],
  [
    'policy.pack_ref_mismatch',
    'ATT010',
    'policies/p.yaml',
    'other',
    { 'policies/p.yaml': 'ref: p\npack_ref: other\nquotas: [{quota_type: runs, limit: 1}]\n' },
  ],
  [
    'policy.invalid_action_ref',
    'PCK104',
    'policies/p.yaml',
    'A',
    { 'policies/p.yaml': 'ref: p\naction_ref: A\nquotas: [{quota_type: runs, limit: 1}]\n' },
  ],
  [
    'permission_set.missing_grants',
    'PCK102',
    'permission_sets/p.yaml',
    'ref: demo.p',
    { 'permission_sets/p.yaml': 'ref: demo.p\n' },
  ],
  [
    'permission_set.invalid_grants',
    'PCK105',
    'permission_sets/p.yaml',
    'pack',
    { 'permission_sets/p.yaml': 'ref: demo.p\ngrants: [{resource: pack, actions: [read]}]\n' },
  ],
  [
    'permission_set.empty_actions',
    'PCK106',
    'permission_sets/p.yaml',
    '[]',
    { 'permission_sets/p.yaml': 'ref: demo.p\ngrants: [{resource: packs, actions: []}]\n' },
  ],
  [
    'permission_set.invalid_cache_grant',
    'ATT025',
    'permission_sets/p.yaml',
    'owner_refs',
    {
      'permission_sets/p.yaml':
        'ref: demo.p\ngrants: [{resource: caches, actions: [read], constraints: {owner_refs: [demo]}}]\n',
    },
  ],
  [
    'runtime.invalid_version',
    'PCK103',
    'runtimes/r.yaml',
    '5',
    { 'runtimes/r.yaml': 'ref: demo.r\nname: R\nversions: [5]\n' },
  ],
  [
    'runtime.duplicate_version',
    'ATT023',
    'runtimes/r.yaml',
    '"1"',
    { 'runtimes/r.yaml': 'ref: demo.r\nname: R\nversions: [{version: "1"}, {version: "1"}]\n' },
  ],
  [
    'runtime.multiple_defaults',
    'ATT023',
    'runtimes/r.yaml',
    'is_default',
    {
      'runtimes/r.yaml':
        'ref: demo.r\nname: R\nversions: [{version: "1", is_default: true}, {version: "2", is_default: true}]\n',
    },
  ],
  [
    'cache.invalid_definition',
    'PCK101',
    'caches/c.yaml',
    'more',
    { 'caches/c.yaml': 'ref: demo.c\nnamespace: c\nowner_type: pack\nowner_ref: demo\nmore: 1\n' },
  ],
  [
    'cache.invalid_owner',
    'PCK102',
    'caches/c.yaml',
    '""',
    { 'caches/c.yaml': 'ref: demo.c\nnamespace: c\nowner_type: pack\nowner_ref: ""\n' },
  ],
  [
    'cache.owner_mismatch',
    'ATT024',
    'caches/c.yaml',
    'other',
    { 'caches/c.yaml': 'ref: demo.c\nnamespace: c\nowner_type: pack\nowner_ref: other\n' },
  ],
  [
    'queue.invalid_definition',
    'PCK102',
    'queues/q.yaml',
    'dispatch_action',
    { 'queues/q.yaml': 'ref: demo.q\ndispatch_action: demo.run\n' },
  ],
  [
    'queue.invalid_definition',
    'ATT028',
    'queues/q.yaml',
    'coalescing',
    {
      'queues/q.yaml':
        'ref: demo.q\nlabel: Q\ndispatch_action: demo.run\nconfig: {dispatch: {coalescing: {enabled: false}}}\n',
    },
  ],
  [
    'dashboard.invalid_spec',
    'ATT026',
    'dashboards/all.yaml',
    'b',
    cards('cards: [{id: x, source: b, position: {lg: {x: 0, y: 0, w: 1, h: 1}}}]\n'),
  ],
  [
    'dashboard.invalid_spec',
    'ATT026',
    'dashboards/all.yaml',
    '"{{ filters.b }}"',
    {
      'dashboards/all.yaml':
        'ref: all\nlayout: {breakpoints: {lg: {columns: 12}}}\ndata_sources: {a: {params: {p: "{{ filters.b }}"}}}\ncards: []\n',
    },
  ],
  [
    'dashboard.invalid_yaml_value',
    'ATT027',
    'dashboards/all.yaml',
    '.nan',
    cards('cards: []\nleast: .nan\n'),
  ],
  [
    'workflow.invalid_definition',
    'ATT031',
    'actions/workflows/sweep.yaml',
    'name',
    graph('version: "1"\ntasks: [{name: a}]\n'),
  ],
  [
    'workflow.invalid_definition',
    'ATT032',
    'actions/workflows/sweep.yaml',
    'wait_for',
    graph(
      'version: "1"\ntasks: [{name: a, type: parallel, wait_for: {inquiry: 1}, tasks: [{name: b, action: demo.run}]}]\n',
    ),
  ],
  [
    'workflow.invalid_definition',
    'PCK103',
    'actions/workflows/sweep.yaml',
    '1.0',
    graph('version: 1.0\ntasks: [{name: a, action: demo.run}]\n'),
  ],
  [
    'workflow.invalid_legacy_definition',
    'ATT105',
    'workflows/old.yaml',
    '[]',
    { 'workflows/old.yaml': 'version: "1"\ntasks: []\n' },
  ],
  [
    'reference.missing_local_target',
    'ATT012',
    'rules/r.yaml',
    'gone',
    { 'rules/r.yaml': 'ref: r\ntrigger_ref: a.b\naction_ref: gone\n' },
  ],
  ['limits.metadata_file_too_large', 'ATT004', ACTION, '', action('# much\n'.repeat(200_000))],
];

/** What no pack in memory can show, or what is told another way. */
const elsewhere: Readonly<Record<string, string>> = {
  'pack.path_missing': 'a path argument: exit code 2',
  'pack.path_not_directory': 'a path argument: exit code 2',
  'manifest.missing': 'PCK011, before there is a format',
  'metadata.directory_unreadable': 'the machine: PCK012',
  'limits.metadata_files_exceeded': 'below, with a pack of its own',
  'limits.traversed_entries_exceeded': 'below, with a pack of its own',
  'limits.diagnostics_exceeded': 'a thousand of each code are listed at most',
};

test('the pack into which the rows put their faults has none', () => {
  expect(open(memoryTree(good)).diagnostics).toEqual([]);
});

test.each(loadErrors)('%s is %s in %s', (_, code, file, marked, bad) => {
  const { diagnostics, sources } = open(locked(memoryTree({ ...good, ...bad })));
  const found = diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .map((diagnostic) => ({
      severity: diagnostic.severity,
      file: diagnostic.file,
      marked: sources.get(diagnostic.file)?.text.slice(diagnostic.span.start, diagnostic.span.end) ?? '',
    }));
  const severity = code === 'ATT104' || code === 'ATT105' ? 'warning' : 'error';
  expect(found).toContainEqual({ severity, file, marked });
});

test('too many files of metadata, and too many files of any kind, are errors', () => {
  const many = (count: number, name: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), 'x: 1\n']));
  const messages = (files: Files) =>
    open(memoryTree({ ...good, ...files }))
      .diagnostics.filter(({ code }) => code === 'ATT004')
      .map(({ message }) => message);
  expect(messages(many(2_000, (at) => `triggers/t${at}.yaml`))).toEqual([
    'the pack has 2002 files of metadata, more than 2000',
  ]);
  expect(messages(many(10_000, (at) => `data/${at}.txt`))).toEqual([
    'the pack has more than 10000 files and directories',
  ]);
});

test('the page of each rule names the codes of the checker that it reports', () => {
  const shown = loadErrors.filter(([, code]) => code.startsWith('ATT')).map(([id, code]) => `${id} ${code}`);
  const named = attuneRules.flatMap(({ code, upstream }) => (upstream ?? []).map((id) => `${id} ${code}`));
  expect(shown.filter((pair) => !named.includes(pair))).toEqual([]);
});

/** The file `actions/locked.yaml` cannot be read. */
function locked(tree: PackTree): PackTree {
  return {
    ...tree,
    entry(path) {
      const entry = tree.entry(path);
      if (path !== 'actions/locked.yaml' || entry?.kind !== 'file') return entry;
      return {
        ...entry,
        bytes: () => {
          throw new TreeReadError(path, new Error('permission denied'));
        },
      };
    },
  };
}

describeShared('specs/attune.md', (path) => {
  test('every code of the checker is in the table, or said to be elsewhere', () => {
    const spec = readFileSync(path, 'utf8');
    const section = spec.slice(spec.indexOf('### 2.5'), spec.indexOf('### 2.6'));
    const rows = section.split('\n').filter((line) => /^\| [a-z ]+ \| `/.test(line));
    const codes = rows.flatMap((row) => {
      const words = [...row.matchAll(/`([a-z_]*\.[a-z_]+)`/g)].map(([, word]) => word as string);
      const group = words[0]?.slice(0, words[0].indexOf('.')) ?? '';
      return words.map((word) => (word.startsWith('.') ? `${group}${word}` : word));
    });
    const known = new Set([...loadErrors.map(([id]) => id), ...Object.keys(elsewhere)]);
    expect(codes).toHaveLength(55);
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect([...known].filter((code) => !codes.includes(code))).toEqual([]);
  });
});
