import type { Automation, AutomationLimit, AutomationTask, RunnableArg } from '@packwright/schema/views';
import { compareUtf8, foldWhitespace } from '@packwright/values';
import { readSchema, type SchemaProperty, secretPaths } from './dialect/index.ts';
import { edgesOf } from './graph.ts';
import { jsonText } from './json-text.ts';
import { type AttunePackFiles, type Component, qualified } from './pack.ts';
import { titleOf } from './title.ts';

/** What a pack without errors does by itself. */
export function automationOf({ components, profile, ref }: AttunePackFiles): Automation {
  const isSeed = profile === 'seed';
  const full = (name: string) => qualified(name.trim(), ref);
  return {
    sensors: sorted(
      components.sensor.map((sensor) => ({
        ...switchable(sensor),
        kind: sensor.value.runner_type ?? 'native',
        triggers: [sensor.value.trigger_types ?? sensor.value.trigger_type ?? []].flat().map(full),
      })),
    ),
    triggers: sorted(
      components.trigger.map((trigger) => ({
        ...switchable(trigger),
        parameters: argsOf(isSeed ? trigger.value.parameters_schema : trigger.value.parameters),
        payload: argsOf(isSeed ? trigger.value.payload_schema : trigger.value.output),
      })),
    ),
    rules: sorted(
      components.rule.map((rule) => ({
        ...switchable(rule),
        trigger: full(rule.value.trigger_ref),
        action: full(rule.value.action_ref),
        condition: conditionOf(rule.value.conditions?.expression),
      })),
    ),
    workflows: sorted(
      components.workflow
        .filter(({ isLegacy }) => !isLegacy)
        .map((graph) => workflowOf(graph, components, full)),
    ),
    policies: sorted(
      components.policy.map((policy) => ({
        ...switchable(policy),
        action: policy.value.action_ref === undefined ? null : full(policy.value.action_ref),
        limits: limitsOf(policy),
      })),
    ),
  };
}

/** The values of a schema as arguments of a view. */
export function argsOf(schema: unknown): RunnableArg[] {
  const secrets = new Set(secretPaths(schema).map(([first]) => first));
  return readSchema(schema).properties.map((property) => ({
    name: property.name,
    type: property.type ?? 'any',
    description: foldWhitespace(property.description),
    required: property.required,
    sensitive: secrets.has(property.name),
    default: defaultOf(property),
  }));
}

function defaultOf({ hasDefault, definition }: SchemaProperty): string | null {
  return hasDefault ? jsonText(definition.default) : null;
}

function named({ ref, value }: Component): { id: string; title: string; summary: string } {
  const { label, description } = value as { readonly label?: string; readonly description?: string | null };
  return {
    id: ref,
    title: foldWhitespace(label ?? '') || titleOf(ref),
    summary: foldWhitespace(description ?? ''),
  };
}

function switchable(component: Component) {
  const { enabled } = component.value as { readonly enabled?: unknown };
  return { ...named(component), enabled: enabled !== false };
}

const conditionOf = (expression: unknown): string => (typeof expression === 'string' ? expression : '');

/** A graph without a ref is known by the action that it belongs to. */
function workflowOf(
  graph: Component<'workflow'>,
  { action }: { readonly action: readonly Component<'action'>[] },
  full: (name: string) => string,
): Automation['workflows'][number] {
  const path = graph.document.file.replace(/^actions\//, '');
  const owner = action.find(({ value }) => value.workflow_file?.trim() === path);
  const shown = graph.ref === '' && owner ? named(owner) : named({ ...graph, ref: graph.ref || path });
  return { ...shown, tasks: graph.value.tasks.map((task) => taskOf(task, full)) };
}

function taskOf(
  task: Component<'workflow'>['value']['tasks'][number],
  full: (name: string) => string,
): AutomationTask {
  return {
    name: task.name,
    kind: task.type ?? 'action',
    action: typeof task.action === 'string' ? full(task.action) : '',
    next: [...new Set(edgesOf(task).map(({ target }) => target))],
  };
}

function limitsOf({ value }: Component<'policy'>): AutomationLimit[] {
  const { concurrency, rate_limit: rate, quotas } = value;
  const limits: AutomationLimit[] = [];
  if (concurrency?.limit !== undefined) {
    const beyond = concurrency.method ?? 'unsaid';
    limits.push({ kind: 'concurrency', of: 'runs', most: concurrency.limit, seconds: null, beyond });
  }
  if (rate?.max_executions !== undefined) {
    const { max_executions: most, window_seconds: seconds = null } = rate;
    // One more is cancelled, never delayed (spec 4.5).
    limits.push({ kind: 'rate', of: 'runs', most, seconds, beyond: 'cancel' });
  }
  for (const { quota_type: of, limit: most } of quotas ?? []) {
    limits.push({ kind: 'quota', of, most, seconds: null, beyond: 'unsaid' });
  }
  return limits;
}

const sorted = <T extends { readonly id: string }>(some: readonly T[]): T[] =>
  some.toSorted((a, b) => compareUtf8(a.id, b.id));
