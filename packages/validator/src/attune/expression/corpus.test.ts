import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  ANY_SHAPE,
  checkCondition,
  checkRuleTemplate,
  checkWorkflowTemplate,
  type ExpressionFinding,
  shapeOfSchema,
  workflowNames,
} from './index.ts';

describeShared('corpus/attune', (corpus) => {
  const read = (file: string) => parse(readFileSync(join(corpus, file), 'utf8'));

  test('the rules of real packs are faultless where the trigger is known', () => {
    const rule = read('nodejs_example/rules/count_and_log.yaml');
    const triggers = globSync('nodejs_example/triggers/*.yaml', { cwd: corpus }).map(read);
    const { output } = triggers.find(({ ref }) => ref === rule.trigger_ref);
    const payload = shapeOfSchema(output);
    const texts = [...textsIn(rule.action_params)];
    expect(texts).toEqual(['{{ event.payload.counter }}', '{{ event.payload.rule_ref }}']);
    expect(texts.flatMap((text) => checkRuleTemplate(text, { payload }).findings)).toEqual([]);
  });

  test('so is the workflow that the platform ships as an example', () => {
    expect(kindsIn('examples/actions/workflows/news_via_copilot.workflow.yaml')).toEqual({});
    expect(kindsIn('_docs-examples/simple-workflow.yaml')).toEqual({});
  });

  test('the workflows that were written for a language that never was have the faults that this comes to', () => {
    expect(kindsIn('core/workflows/install_packs.yaml')).toEqual({ filter: 8, 'unknown-function': 2 });
    expect(kindsIn('_docs-examples/complete-workflow.yaml')).toEqual({
      filter: 12,
      syntax: 1,
      'unknown-member': 5,
      'unknown-name': 3,
    });
  });

  function kindsIn(file: string): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { kind } of findingsOf(read(file))) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  }
});

interface Task {
  readonly name: string;
  readonly with_items?: string;
  readonly [key: string]: unknown;
}

function* findingsOf(workflow: Record<string, unknown>): Generator<ExpressionFinding> {
  const tasks = workflow.tasks as readonly Task[];
  const variables = [...namesOf(workflow.vars), ...tasks.flatMap((task) => [...published(task)])];
  const known = {
    ...(workflow.parameters !== undefined && { parameters: shapeOfSchema(workflow.parameters) }),
    variables,
    tasks: tasks.map(({ name }) => name),
  };
  const outside = workflowNames(known);
  const inside = workflowNames({ ...known, item: ANY_SHAPE });
  for (const text of textsIn(workflow.output_map)) yield* checkWorkflowTemplate(text, outside).findings;
  for (const task of tasks) {
    const names = task.with_items === undefined ? outside : inside;
    const { next, ...rest } = task;
    for (const text of textsIn(rest)) yield* checkWorkflowTemplate(text, names).findings;
    for (const { when, publish } of (Array.isArray(next) ? next : []) as Record<string, unknown>[]) {
      if (typeof when === 'string') yield* checkCondition(when, outside).findings;
      for (const text of textsIn(publish)) yield* checkWorkflowTemplate(text, outside).findings;
    }
  }
}

const namesOf = (map: unknown): string[] =>
  Array.isArray(map) ? map.flatMap(namesOf) : typeof map === 'object' && map !== null ? Object.keys(map) : [];

function* published(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* published(item);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'publish') yield* namesOf(inner);
      yield* published(inner);
    }
  }
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* textsIn(inner);
  }
}
