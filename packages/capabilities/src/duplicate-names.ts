import { pointerTo } from './pointer.ts';
import type { Problems } from './problem.ts';
import { quote } from './quote.ts';

/** Names of capabilities are unique in the list, names of rules in their capability (specs/evershell 3.3, 3.4). */
export function checkNames(list: readonly unknown[], problems: Problems): void {
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  for (const [index, capability] of list.entries()) {
    const name = nameOf(capability);
    if (name === undefined) continue;
    const pointer = pointerTo('', index, 'name');
    const other = folded.get(name.toLowerCase());
    if (exact.has(name)) {
      problems.add(
        'name_duplicate',
        pointer,
        `${quote(name)} names two capabilities`,
        'give each its own name',
      );
    } else if (other !== undefined) {
      const message = `${quote(name)} and ${quote(other)} differ only by case`;
      problems.add('name_case_collision', pointer, message, 'choose names that nobody mixes up');
    }
    exact.add(name);
    folded.set(name.toLowerCase(), name);
  }
  for (const [index, capability] of list.entries()) checkRuleNames(capability, index, problems);
}

function checkRuleNames(capability: unknown, index: number, problems: Problems): void {
  const allow = (capability as { allow?: unknown } | null)?.allow;
  const seen = new Set<string>();
  for (const [position, rule] of (Array.isArray(allow) ? allow : []).entries()) {
    const name = nameOf(rule);
    if (name === undefined) continue;
    if (seen.has(name)) {
      const pointer = pointerTo('', index, 'allow', position, 'name');
      problems.add('name_duplicate', pointer, `${quote(name)} names two rules`, 'give each its own name');
    }
    seen.add(name);
  }
}

function nameOf(value: unknown): string | undefined {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : undefined;
}
