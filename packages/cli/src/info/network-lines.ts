import type { Network, NetworkBudget, NetworkCapability, NetworkRule } from '@packwright/schema/views';
import { count, visible } from '@packwright/validator/render';
import type { Style } from '../style.ts';

/** What a pack asks to reach over the network, rule by rule. */
export function networkLines(network: Network, style: Style): string {
  if (network.length === 0) return style('bold', 'Reaches nothing over the network');
  const heading = network.length === 1 ? '1 network capability' : `${network.length} network capabilities`;
  return [style('bold', heading), ...network.flatMap((capability) => linesOf(capability, style))].join('\n');
}

function linesOf({ name, rules, budgets, credentials, secrets }: NetworkCapability, style: Style): string[] {
  return [
    `  ${visible(name)}`,
    ...rules.map((rule) => `    ${wayOf(rule)}${conditionsOf(rule, style)}`),
    ...budgets.map((budget) => `    at most ${limitOf(budget)}`),
    ...(credentials.length === 0 ? [] : [`    credential  ${credentials.map(visible).join(', ')}`]),
    ...(secrets.length === 0 ? [] : [`    secret      ${secrets.map(visible).join(', ')}`]),
  ];
}

function wayOf({ methods, domains, paths }: NetworkRule): string {
  const where = paths.length === 0 ? 'any path' : paths.map(visible).join(' ');
  return `${methods.join(' ')}  ${domains.map(visible).join(' ')}  ${where}`;
}

function conditionsOf({ insecure, conditions, checksBody }: NetworkRule, style: Style): string {
  const parts = [
    ...(insecure ? ['also plain http'] : []),
    ...(conditions > 0 ? [count(conditions, 'condition')] : []),
    ...(checksBody ? ['body checked'] : []),
  ];
  return parts.length === 0 ? '' : style('dim', `  ${parts.join(', ')}`);
}

function limitOf({ name, limit, scope, seconds }: NetworkBudget): string {
  return `${limit} ${visible(name)} per ${scope}${seconds === null ? '' : ` and ${seconds} s`}`;
}
