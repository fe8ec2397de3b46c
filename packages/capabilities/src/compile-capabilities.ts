import type { EvershellAllowRule } from '@packwright/schema/evershell';
import type { RuleNames } from './applies-to.ts';
import { compileCounters } from './budget/compile-counters.ts';
import type { Capability } from './capability.ts';
import { compileRule } from './compile-rule.ts';
import { checkNames } from './names.ts';
import { pointerTo } from './pointer.ts';
import { type Problem, Problems } from './problem.ts';
import { checkStructure } from './structure/check-structure.ts';
import { Faults } from './structure/faults.ts';
import { compileTransforms } from './transform/compile-transforms.ts';

/** What the caller of `compileCapabilities` may choose. */
export interface CompileOptions {
  /** Whether everyone can read the list, so that a secret written in it is an error (specs/evershell 3.11). */
  readonly isPublic?: boolean;
}

/** A compiled list and everything that is wrong with it. */
export interface CompiledCapabilities {
  /** In the order of the list; null when there is an error, since half a list would admit something else. */
  readonly capabilities: readonly Capability[] | null;
  readonly problems: readonly Problem[];
}

/**
 * Compiles a list of capabilities as a role, a provider or a pack holds it (specs/evershell 3.2 to 3.12). The document
 * is plain data, as a YAML reader gives it. Never throws for what a document holds.
 */
export function compileCapabilities(document: unknown, options: CompileOptions = {}): CompiledCapabilities {
  const problems = new Problems();
  const list = checkStructure(document, problems);
  if (!list) return { capabilities: null, problems: problems.list };
  const faults = new Faults(problems.list);
  checkNames(list, problems);
  const names = list.map(ruleNames);
  const elsewhere = (rule: string): string | undefined => {
    const index = names.findIndex((own) => own.has(rule));
    return index === -1 ? undefined : String(members(list[index]).name);
  };
  const { isPublic = false } = options;
  const capabilities = list.map((item, index) => {
    const rules = { own: names[index] as ReadonlyMap<string, number>, elsewhere };
    return compileCapability(item, `/${index}`, { problems, faults, rules, isPublic });
  });
  return { capabilities: problems.errorCount > 0 ? null : capabilities, problems: problems.list };
}

interface Context {
  readonly problems: Problems;
  readonly faults: Faults;
  readonly rules: RuleNames;
  readonly isPublic: boolean;
}

function compileCapability(item: unknown, at: string, context: Context): Capability {
  const { name, allow, transforms, budgets } = members(item);
  const { problems, faults } = context;
  const rules = items(allow).flatMap((rule, index) => {
    const pointer = pointerTo(at, 'allow', index);
    return faults.isSound(pointer) ? [compileRule(rule as EvershellAllowRule, index, pointer, problems)] : [];
  });
  return {
    name: String(name),
    allow: rules,
    transforms: compileTransforms(items(transforms), pointerTo(at, 'transforms'), context),
    counters: compileCounters(
      members(members(budgets).counters),
      pointerTo(at, 'budgets', 'counters'),
      context,
    ),
  };
}

/** Positions of the named rules; of two of one name the first. */
function ruleNames(capability: unknown): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [index, rule] of items(members(capability).allow).entries()) {
    const { name } = members(rule);
    if (typeof name === 'string' && !names.has(name)) names.set(name, index);
  }
  return names;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
