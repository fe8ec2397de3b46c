import { describe, expect, test } from 'vitest';
import { EmisarAction } from './action.ts';

const exec = {
  schema_version: 1,
  id: 'demo.echo',
  title: 'Echo',
  kind: 'exec',
  risk: 'low',
  description: 'Echoes.',
  side_effects: ['none'],
  execution: { command: { binary: 'echo' }, timeout: '5s' },
  output: { max_stdout_bytes: 1, max_stderr_bytes: 1 },
};
const script = { ...exec, kind: 'script', execution: { script: { path: 's.sh' }, timeout: '5s' } };

const faults = (action: object) =>
  EmisarAction.safeParse(action).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`) ?? [];
const inExec = (changes: object) => faults({ ...exec, execution: { ...exec.execution, ...changes } });
const inOutput = (changes: object) => faults({ ...exec, output: { ...exec.output, ...changes } });
const inValidation = (validation: object) =>
  faults({ ...exec, args: [{ name: 'a', type: 'string', validation }] });

describe('an action', () => {
  test('of either kind needs nine keys', () => {
    expect(faults(exec)).toEqual([]);
    expect(faults(script)).toEqual([]);
  });

  test('has one of two kinds', () => {
    expect(faults({ ...exec, kind: 'shell' })).toEqual(['kind invalid_union']);
    expect(faults({ ...exec, kind: undefined })).toEqual(['kind invalid_union']);
  });

  test('has what its kind runs and nothing of the other kind', () => {
    expect(faults({ ...exec, kind: 'script' })).toEqual([
      'execution.script invalid_type',
      'execution unrecognized_keys',
    ]);
    expect(inExec({ script: {} })).toEqual(['execution unrecognized_keys']);
  });

  test('takes `execution.argv` for either kind, because the loader does', () => {
    expect(inExec({ argv: ['x'] })).toEqual([]);
    expect(faults({ ...script, execution: { ...script.execution, argv: ['x'] } })).toEqual([]);
  });

  test('may leave every optional field empty, as the loader takes it', () => {
    const more = {
      summary: '',
      search_terms: [],
      args: [],
      examples: [{ title: 'Say', args: {} }, { title: 'Hush' }],
    };
    expect(faults({ ...exec, ...more })).toEqual([]);
    expect(
      faults({ ...script, execution: { script: { path: 's', interpreter: '' }, timeout: '1s' } }),
    ).toEqual([]);
    const times = { timeout_min: '0s', timeout_max: '', cancel_grace: '-1s' };
    expect(inExec({ ...times, success_exit_codes: [], cwd: '', env: {}, user: '' })).toEqual([]);
    expect(inOutput({ parser: '', redact: [], max_stdout_bytes_min: 0, max_stderr_bytes_max: -1 })).toEqual(
      [],
    );
  });

  test('has 1 to 16 side effects, up to 16 search terms and up to 16 examples', () => {
    const many = (item: unknown) => Array.from({ length: 17 }, () => item);
    expect(faults({ ...exec, side_effects: [] })).toEqual(['side_effects too_small']);
    expect(
      faults({ ...exec, side_effects: many('x'), search_terms: many('x'), examples: many({ title: 'x' }) }),
    ).toEqual(['side_effects too_big', 'search_terms too_big', 'examples too_big']);
  });

  test.each(['/bin/sh', 'bash', 'my tool'])('starts %j', (binary) => {
    expect(inExec({ command: { binary } })).toEqual([]);
  });

  test.each(['/usr/bin/env', 'a\\b', '/bin/sh '])('does not start %j', (binary) => {
    expect(inExec({ command: { binary } })).toEqual(['execution.command.binary invalid_format']);
  });

  test('counts exit codes from 1 to 255 as success', () => {
    expect(inExec({ success_exit_codes: [1, 255] })).toEqual([]);
    expect(inExec({ success_exit_codes: [0, 256] })).toEqual([
      'execution.success_exit_codes.0 too_small',
      'execution.success_exit_codes.1 too_big',
    ]);
  });
});

describe('the output of an action', () => {
  test('needs both ceilings above 0', () => {
    expect(inOutput({ max_stdout_bytes: 0, max_stderr_bytes: -1 })).toEqual([
      'output.max_stdout_bytes too_small',
      'output.max_stderr_bytes too_small',
    ]);
  });

  test('is masked by a pattern or by a text, and tolerates the field of the other', () => {
    const regex = { name: 'a', type: 'regex', pattern: 'x', literal: '' };
    const literal = { name: 'a', type: 'literal', literal: 'x', pattern: '' };
    expect(inOutput({ redact: [regex, literal] })).toEqual([]);
    expect(
      inOutput({
        redact: [
          { ...regex, pattern: '' },
          { ...literal, literal: undefined },
        ],
      }),
    ).toEqual(['output.redact.0.pattern too_small', 'output.redact.1.literal invalid_type']);
    expect(inOutput({ redact: [{ ...regex, type: 'glob' }] })).toEqual([
      'output.redact.0.type invalid_union',
    ]);
  });
});

describe('the validation of an argument', () => {
  test('is one object in which any keyword may be empty beside any type', () => {
    expect(inValidation({ enum: [], allowed: [], allowed_paths: [], pattern: '', min_duration: '' })).toEqual(
      [],
    );
  });

  test('takes any value as a candidate', () => {
    expect(inValidation({ enum: [1, 'a', null, { b: [] }] })).toEqual([]);
  });

  test('has finite bounds, a positive length and a count of items from 0', () => {
    expect(inValidation({ min: Number.NaN, max: Number.POSITIVE_INFINITY })).toEqual([
      'args.0.validation.min invalid_type',
      'args.0.validation.max invalid_type',
    ]);
    expect(inValidation({ max_length: 0, max_items: 0 })).toEqual(['args.0.validation.max_length too_small']);
    expect(inValidation({ max_items: -1 })).toEqual(['args.0.validation.max_items too_small']);
  });
});
