import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';

type Files = Readonly<Record<string, MemoryEntry>>;

/** What is unusual, and what the loader takes all the same. */
type Row = readonly [what: string, files: Files];

const live: Files = {
  'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\n',
  'actions/run.yaml': 'ref: demo.run\nlabel: Run\nrunner_type: shell\nentry_point: run.sh\n',
  'actions/run.sh': 'exit 0\n',
};
const seed: Files = {
  'pack.yaml': 'ref: demo\nlabel: Demo\ndescription: A demo\nversion: 1.0.0\n',
  'actions/run.yaml':
    'name: run\nref: demo.run\ndescription: Runs\nrunner_type: shell\nentry_point: run.sh\nparameters: {type: object}\n',
  'actions/run.sh': 'exit 0\n',
  'triggers/said.yaml':
    'name: said\nref: demo.said\ndescription: Said\ntype: custom\nparameters_schema: {type: object}\npayload_schema: {type: object, additionalProperties: true}\n',
};

const GRAPH = 'version: "1"\ntasks: [{name: a, action: core.echo}]\n';
const workflow = (lines: string, path = 'workflows/w.yaml'): Files => ({
  'actions/w.yaml': `ref: demo.w\nworkflow_file: ${path}\n${lines}`,
  [`actions/${path}`]: GRAPH,
});
const queue = (lines: string): Files => ({
  'queues/q.yaml': `ref: demo.q\nlabel: Q\ndispatch_action: demo.run\n${lines}`,
});

const rows: readonly Row[] = [
  ['an entry point that says nothing beside a graph', workflow('entry_point: ""\n')],
  ['an entry point that is null beside a graph', workflow('entry_point: null\nrunner_type: null\n')],
  ['a runner of no name beside a graph', workflow('runner_type: workflow\n')],
  ['a graph further down that an action names', workflow('', 'workflows/nightly/w.yaml')],
  [
    'a concurrency without anything in it beside a quota',
    { 'policies/p.yaml': 'ref: p\nconcurrency: {}\nquotas: [{quota_type: total, limit: 1}]\n' },
  ],
  [
    'a JSON Schema of the items of a queue',
    queue('item_schema: {type: object, properties: {id: {type: string}}, required: [id]}\n'),
  ],
  [
    'a queue that groups by a path, and one that has the empty text for a literal',
    queue(
      'batch_mode: batch\nconfig: {dispatch: {concurrency: {source: literal, value: ""}, coalescing: {group_by_path: a.b}}}\n',
    ),
  ],
  [
    'a JSON Schema under the older name of the configuration',
    {
      'pack.yaml':
        'ref: demo\nlabel: Demo\nversion: 1.0.0\nconfig_schema: {type: object, properties: {url: {type: string}}}\n',
    },
  ],
  [
    'what only the interface reads of a dashboard',
    {
      'dashboards/d.yaml':
        'ref: d\nrefresh_seconds: 30\nlayout: {row_height: 20, breakpoints: {lg: {columns: 12}}}\ndata_sources: {a: {type: event_count, params: {packs: [a, b], limit: 3}}}\nfilters: [{id: pack, type: pack_ref}]\ncards: [{id: c, title: C, type: chart, source: a, position: {lg: {x: 0, y: 0, w: 1, h: 1}}}]\n',
    },
  ],
  ['a directive of YAML 1.2', { 'pack.yaml': '%YAML 1.2\n---\nref: demo\nlabel: Demo\nversion: 1.0.0\n' }],
  [
    'keys of the author’s own',
    { 'pack.yaml': 'ref: demo\nlabel: Demo\nversion: 1.0.0\nx-common: &common {type: string}\n' },
  ],
];

test.each(rows)('%s is no fault', (_, files) => {
  expect(messages({ ...live, ...files })).toEqual([]);
});

test('the graph further down is read like any other', () => {
  const files = workflow('', 'workflows/nightly/w.yaml');
  const broken = { 'actions/workflows/nightly/w.yaml': 'version: "1"\ntasks: [{name: a}]\n' };
  expect(messages({ ...live, ...files, ...broken })).toEqual([
    'ATT031 actions/workflows/nightly/w.yaml: the task "a" has no "action"',
  ]);
  expect(messages({ ...live, ...files, 'actions/workflows/nightly/notes.yaml': 'a: 1\n' })).toEqual([
    'ATT104 actions/workflows/nightly/notes.yaml: the loader does not read this file',
  ]);
});

test('an entry point that says nothing is an error where there is no graph', () => {
  const action = 'ref: demo.run\nlabel: Run\nentry_point: ""\n';
  expect(messages({ ...live, 'actions/run.yaml': action })).toEqual([
    'PCK102 actions/run.yaml: `entry_point` is empty',
  ]);
});

test('of the keys of a dashboard one that is nearly right is told', () => {
  const dashboard =
    'ref: d\nenabld: false\nlayout: {breakpoints: {lg: {columns: 12}}}\ndata_sources: {}\ncards: []\n';
  expect(messages({ ...live, 'dashboards/d.yaml': dashboard })).toEqual([
    'ATT102 dashboards/d.yaml: "enabld" is no key that the loader knows here',
  ]);
});

test.each<Row>([
  [
    'parameters of which nothing is said',
    {
      'rules/r.yaml':
        'ref: demo.r\ntrigger_ref: demo.said\naction_ref: demo.run\ntrigger_params: {room: x}\naction_params: {text: "{{ event.payload.text }}"}\nconditions: {expression: event.payload.loud}\n',
    },
  ],
])('in the format of 2024, %s are no fault', (_, files) => {
  expect(messages({ ...seed, ...files })).toEqual([]);
});

function messages(files: Files): string[] {
  return open(memoryTree(files)).diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`);
}
