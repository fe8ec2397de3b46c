import type { PackView, Requirements, RunnableAction } from '@packwright/schema/views';
import { count, visible, wrap } from '@packwright/validator/render';
import type { Style } from '../style.ts';
import { argumentNames } from './argument-names.ts';
import { automationLines } from './automation-lines.ts';
import { contentLines } from './content-lines.ts';
import { networkLines } from './network-lines.ts';

export interface DescribeOptions {
  readonly style: Style;
  readonly width: number;
  /** The reading of its format by which the pack was judged; null where there is only one. */
  readonly profile: string | null;
}

type Risk = RunnableAction['risk'];

/** From what can break most to what can break least. */
const RISKS: readonly Risk[] = ['critical', 'high', 'medium', 'low', 'unrated'];

const LOOKS: Readonly<Record<Risk, Parameters<Style>[0]>> = {
  critical: 'red',
  high: 'red',
  medium: 'yellow',
  low: 'green',
  unrated: 'dim',
};

/** A pack's card and each of its facets for people. */
export function describePack(view: PackView, options: DescribeOptions): string {
  const { card, runnable, automation, content, capabilities, requirements } = view;
  const { style, width, profile } = options;
  const head = [
    style('bold', visible(card.title)),
    `${visible(card.id)} ${visible(card.version)} (${card.format}${profile === null ? '' : `, profile ${profile}`})`,
    style('dim', card.digest),
  ].join('\n');
  const sections = [head];
  if (card.summary !== '') sections.push(wrap(visible(card.summary), width).join('\n'));
  if (runnable) sections.push(actionTable(runnable.actions, options));
  if (automation) sections.push(...automationLines(automation, style));
  if (content) sections.push(contentLines(content, style));
  if (capabilities) sections.push(networkLines(capabilities, style));
  if (requirements) sections.push(requirementLines(requirements, options));
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function actionTable(actions: readonly RunnableAction[], { style }: DescribeOptions): string {
  const byRisk = RISKS.map((risk) => [risk, actions.filter((action) => action.risk === risk)] as const);
  const counts = byRisk.filter(([, some]) => some.length > 0).map(([risk, some]) => `${some.length} ${risk}`);
  const width = Math.max(...actions.map(({ id }) => visible(id).length));
  const rows = byRisk.flatMap(([risk, some]) =>
    some.map((action) => {
      const id = visible(action.id).padEnd(width);
      return `  ${style(LOOKS[risk], risk.padEnd(8))}  ${id}  ${visible(action.title)}${argumentsOf(action, style)}`;
    }),
  );
  return [style('bold', `${count(actions.length, 'action')}: ${counts.join(', ')}`), ...rows].join('\n');
}

function argumentsOf({ args }: RunnableAction, style: Style): string {
  return args.length === 0 ? '' : style('dim', `  ${argumentNames(args)}`);
}

function requirementLines({ os, binaries, env }: Requirements, { style, width }: DescribeOptions): string {
  const lines = [
    ...(os.length > 0 ? [`  system    ${os.map(visible).join(', ')}`] : []),
    ...(binaries.length > 0 ? [`  binaries  ${binaries.map(visible).join(', ')}`] : []),
    ...env.flatMap(({ name, required, description }) => {
      const first = `  variable  ${visible(name)}${required ? ' (required)' : ''}`;
      const rest = description === '' ? [] : wrap(visible(description), width - 14);
      return [first, ...rest.map((line) => style('dim', `              ${line}`))];
    }),
  ];
  return lines.length === 0 ? '' : [style('bold', 'Needs'), ...lines].join('\n');
}
