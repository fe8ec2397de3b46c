import { writeExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { evaluateCondition } from '../evaluation/evaluate-condition.ts';
import { workflowScope } from '../evaluation/workflow-scope.ts';
import { ExpressionError } from '../expression-error.ts';
import type { ExpressionObject } from '../values/expression-value.ts';
import { fromJson } from '../values/from-json.ts';
import { toExactJson } from '../values/to-exact-json.ts';
import { renderWorkflowTemplate } from './render-workflow.ts';
import { readWorkflowTemplate } from './workflow-template.ts';

const object = (plain: object): ExpressionObject => fromJson(plain) as ExpressionObject;

const SCOPE = workflowScope({
  parameters: object({ site: 'ams', count: 3 }),
  variables: object({ hosts: ['a', 'b'], braces: '{{ index }}', item: 'a variable', site: 'a variable' }),
  tasks: object({ probe: { result: { ok: true }, ok: true } }),
  config: object({ url: 'http://localhost' }),
  system: object({ workflow_start: '2026-06-01T12:00:00Z' }),
  item: { value: object({ name: 'db1' }), index: 4 },
  last: { result: object({ hosts: ['x'] }), outcome: 'succeeded' },
});

const rendered = (plain: unknown): string =>
  writeExactJson(toExactJson(renderWorkflowTemplate(fromJson(plain), SCOPE)));

describe('rendering', () => {
  test.each([
    // One expression and nothing else keeps its type.
    ['{{ parameters.count }}', '3'],
    [' \n{{parameters.count}}\t', '3'],
    ['{{ workflow.hosts }}', '["a","b"]'],
    ['{{ result().hosts }}', '["x"]'],
    ['{{ succeeded() }}', 'true'],
    ['{{ failed() or timed_out() }}', 'false'],
    ['{{ keystore }}', 'null'],
    ['{{ "}}" }}', '"}}"'],
    ['{{ 2.0 }}', '2.0'],
    // In other texts values are written out.
    ['n={{ parameters.count }}', '"n=3"'],
    ['{{ parameters.count }}{{ index }}', '"34"'],
    ['probed {{ length(workflow.hosts) }} hosts', '"probed 2 hosts"'],
    ['[{{ null }}] {{ 2.0 }} {{ true }} {{ "x" }}', '"[] 2.0 true x"'],
    ['{{ workflow.hosts }}!', '"[\\"a\\",\\"b\\"]!"'],
    ['{{ item.name }} is {{ index }}', '"db1 is 4"'],
    // What a value holds is not read again.
    ['{{ workflow.braces }}', '"{{ index }}"'],
    ['<{{ workflow.braces }}>', '"<{{ index }}>"'],
    // Braces that are none.
    ['', '""'],
    ['plain', '"plain"'],
    ['{{ oops', '"{{ oops"'],
    ['{{ index }} {{ oops', '"4 {{ oops"'],
    ['a }} b', '"a }} b"'],
    ['{ { index } }', '"{ { index } }"'],
    // Every name of the language, and its other names.
    ['{{ vars.hosts == variables.hosts and vars.hosts == hosts }}', 'true'],
    ['{{ task.probe.result.ok and tasks.probe.ok }}', 'true'],
    ['{{ config.url }}', '"http://localhost"'],
    ['{{ system.workflow_start }}', '"2026-06-01T12:00:00Z"'],
    // Behind them, variables stand alone; parameters do not.
    ['{{ site }}', '"a variable"'],
    ['{{ item }}', '{"name":"db1"}'],
  ])('%j gives %s', (text, expected) => {
    expect(rendered(text)).toBe(expected);
  });

  test('goes into lists and objects, but not into keys', () => {
    expect(rendered({ '{{ index }}': ['{{ index }}', { a: 'x{{ index }}' }], n: 1, none: null })).toBe(
      '{"n":1,"none":null,"{{ index }}":[4,{"a":"x4"}]}',
    );
  });

  test.each([
    ['{{ }}', 'syntax'],
    ['{{}}', 'syntax'],
    ['x {{ }}', 'syntax'],
    ['{{ "}}" }} and {{ index }}', 'syntax'],
    ['{{ index }} }}', 'syntax'],
    ['{{{ index }}}', 'syntax'],
    ['{{ count }}', 'unknown-name'],
    ['{{ inquiry }}', 'unknown-name'],
    ['a {{ parameters.none }}', 'unknown-member'],
  ])('%s fails', (text, code) => {
    expect(() => rendered(text)).toThrow(expect.objectContaining({ name: 'ExpressionError', code }));
  });

  test('an error is placed in the whole text', () => {
    const text = 'a {{ index }} b {{ parameters.none }}';
    try {
      rendered(text);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      expect(text.slice(error.at.start, error.at.end)).toBe('none');
    }
  });
});

describe('outside of a task with items', () => {
  const bare = workflowScope({
    parameters: object({}),
    variables: object({ item: 1, index: 2 }),
    tasks: object({}),
  });

  test.each(['{{ item }}', '{{ index }}'])('%s is an error, also beside a variable of that name', (text) => {
    expect(() => renderWorkflowTemplate(text, bare)).toThrow(
      expect.objectContaining({ code: 'unknown-name' }),
    );
  });

  test('before any task has ended, none has succeeded, and there is no result', () => {
    expect(renderWorkflowTemplate('{{ [succeeded(), failed(), timed_out(), result()] }}', bare)).toEqual([
      false,
      false,
      false,
      null,
    ]);
  });

  test('an answer to an inquiry is seen where there is one', () => {
    const scope = workflowScope({
      parameters: object({}),
      variables: object({}),
      tasks: object({}),
      inquiry: object({ approved: true }),
      last: { result: null, outcome: 'timed_out' },
    });
    expect(renderWorkflowTemplate('{{ inquiry.approved and timed_out() and not failed() }}', scope)).toBe(
      true,
    );
  });
});

describe('conditions of transitions', () => {
  test.each([
    ['{{ succeeded() }}', true],
    ['succeeded()', true],
    ['not failed()', true],
    ['{{ result().hosts }}', true],
    ['{{ length(result().hosts) > 1 }}', false],
    ['{{ [] }}', false],
    ['parameters.count == 3 and succeeded()', true],
    ['{{ null }}{{ null }}', false],
    ['n{{ null }}', true],
  ])('%s', (when, expected) => {
    expect(evaluateCondition(when, SCOPE)).toBe(expected);
  });

  test.each(['missing', '{{ missing }}', '', '{{ oops'])('%j fails', (when) => {
    expect(() => evaluateCondition(when, SCOPE)).toThrow(ExpressionError);
  });
});

test('the parts of a text are told with their places', () => {
  const text = 'a {{ b }}{{c}} d';
  const { parts, isWhole } = readWorkflowTemplate(text);
  expect(isWhole).toBe(false);
  expect(parts.map(({ kind, at }) => [kind, text.slice(at.start, at.end)])).toEqual([
    ['text', 'a '],
    ['expression', '{{ b }}'],
    ['expression', '{{c}}'],
    ['text', ' d'],
  ]);
});

test('braces that are never closed are told', () => {
  expect(readWorkflowTemplate('{{ a }} {{ b')).toMatchObject({ unclosed: { start: 8, end: 10 } });
  expect(readWorkflowTemplate('{{ a }}')).toMatchObject({ isWhole: true, unclosed: undefined });
});
