import { describe, expect, test } from 'vitest';
import { inEditor } from './yaml-editor.ts';

const action = (text: string) => inEditor('actions/show.yaml', text);

/** A snippet with each tab stop as its default text or its first choice. */
const leftAsItComes = (snippet = '') =>
  snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1');

describe('at the cursor', () => {
  test('a snippet that is left as it comes shows no problem', async () => {
    const pack = (await inEditor('pack.yaml', '¦')).offers['new Attune pack'];
    const show = (await action('¦')).offers['new Attune action'];
    const views = [await inEditor('pack.yaml', leftAsItComes(pack)), await action(leftAsItComes(show))];
    expect(views.flatMap((view) => view.problems)).toEqual([]);
  });

  test('an action offers no key without effect, and none of the other profile', async () => {
    const { offers } = await action('ref: a.b\n¦');
    expect(Object.keys(offers)).toEqual([
      'label',
      'description',
      'enabled',
      'runner_type',
      'runtime_version',
      'entry_point',
      'workflow_file',
      'parameters',
      'output',
      'parameter_delivery',
      'parameter_format',
      'output_format',
      'timeout_seconds',
      'required_worker_runtimes',
      'worker_selector',
      'worker_tolerations',
      'worker_affinity',
      'accesses_mcp',
      'default_execution_permission_set_refs',
      'reference_visibility',
      'reference_allowed_pack_refs',
      'log_retention_policy',
      'log_retention_limit',
      'artifact_retention_policy',
      'artifact_retention_limit',
    ]);
  });

  test('a word of a list is offered with a note, also where another word is no fault', async () => {
    const { notes } = await action('ref: a.b\noutput_format: ¦');
    expect(notes).toEqual({
      text: 'Kept as text.',
      json: 'The whole, or else the last line, read as JSON.',
      yaml: 'The whole read as YAML.',
      jsonl: 'A list of the lines that are JSON.',
    });
  });

  test('a new parameter offers what it may say', async () => {
    const { offers } = await action('ref: a.b\nparameters:\n  host:\n    ¦');
    expect(Object.keys(offers).slice(0, 5)).toEqual(['type', 'description', 'required', 'secret', 'default']);
  });

  test('a parameter with a mistake still offers what it may say', async () => {
    const { offers } = await action('ref: a.b\nparameters:\n  host:\n    type: any\n    ¦');
    expect(Object.keys(offers).slice(0, 4)).toEqual(['description', 'required', 'secret', 'default']);
  });

  test('the type of a parameter inside another offers the types', async () => {
    const { offers } = await action(
      'ref: a.b\nparameters:\n  site:\n    type: object\n    properties:\n      name:\n        type: ¦',
    );
    expect(Object.keys(offers)).toEqual([
      'string',
      'integer',
      'number',
      'boolean',
      'array',
      'object',
      '"null"',
    ]);
  });

  test('a key without effect says which one has it', async () => {
    const { hover } = await action('ref: a.b\ntime¦out: 30\n');
    expect(hover).toBe('#### Attune action\n\nHas no effect: the key is `timeout_seconds`.');
  });

  test('a transition offers its conditions in quotes', async () => {
    const { offers } = await inEditor(
      'actions/workflows/flow.yaml',
      'version: "1"\ntasks:\n  - name: a\n    next:\n      - when: ¦',
    );
    expect(Object.keys(offers).slice(0, 3)).toEqual([
      '"{{ succeeded() }}"',
      '"{{ failed() }}"',
      '"{{ timed_out() }}"',
    ]);
  });

  test('a task inside a task has the same keys', async () => {
    const inner =
      'version: "1"\ntasks:\n  - name: a\n    type: parallel\n    tasks:\n      - name: b\n        ¦';
    const { offers } = await inEditor('actions/workflows/flow.yaml', inner);
    expect(Object.keys(offers).slice(0, 3)).toEqual(['type', 'action', 'input']);
  });
});

describe('a broken file', () => {
  test.each([
    ['actions/a.yaml', 'ref: a.b\ntimeout_seconds: 0\n', ['2:18 Value is below the minimum of 1.']],
    ['pack.yaml', 'ref: a\nversion: 1.0\n', ['2:10 Incorrect type. Expected "string".']],
    [
      'pack.yaml',
      'ref: a\nversion: "1.0"\n',
      ['2:10 expected three numbers with dots between, such as "1.4.0"'],
    ],
    [
      'rules/r.yaml',
      'ref: r\ntrigger_ref: t\naction_ref: a\nconditions: []\n',
      ['4:13 Incorrect type. Expected "Conditions".'],
    ],
    [
      'queues/q.yaml',
      'ref: a.q\nlabel: Q\ndispatch_action: a.b\nprioritys: 1\n',
      ['4:1 Property prioritys is not allowed.'],
    ],
    [
      'actions/workflows/w.yaml',
      'version: "1"\ntasks:\n  - name: a\n    retry: {count: 0, delay: 1}\n',
      ['4:20 Value is below the minimum of 1.'],
    ],
  ])('%s %j', async (path, text, expected) => {
    const { problems } = await inEditor(path, text);
    expect(problems).toEqual(expected);
  });
});

describe('a file that only rules complain about', () => {
  test.each([
    ['actions/a.yaml', 'ref: a.b\nparameter_delivery: env\noutput_format: xml\n'],
    ['actions/a.yaml', 'ref: a.b\ntimeout: 3\noutput_schema: {}\nstray: 1\n'],
    ['actions/a.yaml', 'ref: a.b\nparameters:\n  a: {type: any, default: 3}\n'],
    [
      'actions/a.yaml',
      'name: b\nref: a.b\ndescription: d\nrunner_type: docker\nentry_point: b.py\nparameters:\n  type: object\n  properties: {c: {type: string}}\n  required: [c]\n',
    ],
    [
      'triggers/t.yaml',
      'name: t\nref: a.t\ndescription: d\ntype: interval\nparameters_schema: {type: object}\npayload_schema: {type: object}\n',
    ],
  ])('%s %j shows no problem', async (path, text) => {
    const { problems } = await inEditor(path, text);
    expect(problems).toEqual([]);
  });
});
