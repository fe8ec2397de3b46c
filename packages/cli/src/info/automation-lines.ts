import type {
  Automation,
  AutomationLimit,
  AutomationPolicy,
  AutomationRule,
  AutomationSensor,
  AutomationTrigger,
  AutomationWorkflow,
} from '@packwright/schema/views';
import { count, visible } from '@packwright/validator/render';
import type { Style } from '../style.ts';
import { argumentNames } from './argument-names.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly enabled?: boolean;
}

/** What a pack does by itself, one section per kind of component that it has. */
export function automationLines(automation: Automation, style: Style): readonly string[] {
  const { triggers, sensors, rules, workflows, policies } = automation;
  return [
    section('trigger', triggers, parametersOf, style),
    section('sensor', sensors, firedBy, style),
    section('rule', rules, wayOf, style),
    section('workflow', workflows, tasksOf, style),
    section('policy', policies, limitsOf, style),
  ].filter((lines) => lines !== '');
}

function section<R extends Row>(
  noun: string,
  rows: readonly R[],
  detailOf: (row: R) => string,
  style: Style,
): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(({ id }) => visible(id).length));
  const lines = rows.map((row) => {
    const detail = [detailOf(row), ...(row.enabled === false ? ['(off)'] : [])].filter((text) => text !== '');
    const rest = detail.length === 0 ? '' : style('dim', `  ${detail.join('  ')}`);
    return `  ${visible(row.id).padEnd(width)}  ${visible(row.title)}${rest}`;
  });
  const plural = noun === 'policy' ? 'policies' : `${noun}s`;
  return [style('bold', rows.length === 1 ? `1 ${noun}` : `${rows.length} ${plural}`), ...lines].join('\n');
}

const parametersOf = ({ parameters }: AutomationTrigger) => argumentNames(parameters);

const firedBy = ({ triggers }: AutomationSensor) =>
  triggers.length === 0 ? '' : `fires ${triggers.map(visible).join(', ')}`;

const wayOf = ({ trigger, action }: AutomationRule) => `${visible(trigger)} -> ${visible(action)}`;

const tasksOf = ({ tasks }: AutomationWorkflow) => tasks.map(({ name }) => visible(name)).join(', ');

const limitsOf = ({ action, limits }: AutomationPolicy) =>
  `${action === null ? 'all actions' : visible(action)}: ${limits.map(limitText).join(', ')}`;

function limitText({ kind, of, most, seconds }: AutomationLimit): string {
  const window = seconds === null ? '' : ` in ${count(seconds, 'second')}`;
  return `at most ${most} ${visible(of)}${kind === 'concurrency' ? ' at once' : ''}${window}`;
}
