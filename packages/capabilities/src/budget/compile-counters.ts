import type { EvershellCounter } from '@packwright/schema/evershell';
import { type RuleNames, resolveRules } from '../applies-to.ts';
import { compileExpression, type Expression } from '../expression/compile-expression.ts';
import { Names } from '../names.ts';
import { pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';
import { quote } from '../quote.ts';
import type { Faults } from '../structure/faults.ts';
import type { Counter } from './counter.ts';

/** What the counters of one capability are compiled with. */
export interface CounterContext {
  readonly problems: Problems;
  readonly faults: Faults;
  readonly rules: RuleNames;
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const LONGEST_WINDOW = 31 * 86_400;

/** Compiles the counters of one capability, in their order (specs/evershell 3.12). */
export function compileCounters(
  counters: Readonly<Record<string, unknown>>,
  at: string,
  context: CounterContext,
): readonly Counter[] {
  const names = new Names('counters', context.problems);
  return Object.entries(counters).flatMap(([name, counter]) => {
    const pointer = pointerTo(at, name);
    names.add(name, pointer);
    if (!context.faults.isSound(pointer)) return [];
    return [compileCounter(name, counter as EvershellCounter, pointer, context)];
  });
}

function compileCounter(
  name: string,
  counter: EvershellCounter,
  at: string,
  context: CounterContext,
): Counter {
  const { problems } = context;
  const { limit, scope = 'workspace', ceiling = null } = counter;
  const debit = compileDebit(counter.debit ?? 1, pointerTo(at, 'debit'), problems);
  if (ceiling === null && typeof debit !== 'number' && debit.readsResponse) {
    const message = 'what a request costs is known only when its response is there';
    const hint = 'write the most that it may cost as `ceiling`';
    problems.add('ceiling_missing', pointerTo(at, 'ceiling'), message, hint);
  }
  return {
    name,
    limit,
    scope,
    debit,
    ceiling: ceiling ?? (typeof debit === 'number' ? debit : null),
    windowSeconds: compileWindow(counter, at, problems),
    rules: resolveRules(counter.applies_to, context.rules, pointerTo(at, 'applies_to'), problems),
  };
}

function compileDebit(debit: number | string, at: string, problems: Problems): number | Expression {
  if (typeof debit === 'number') return debit;
  const compiled = compileExpression(debit, 'debit', ['int', 'uint', 'dyn']);
  if (compiled.ok) return compiled.expression;
  const { code, message, hint, details } = compiled.refusal;
  problems.add(code, at, message, hint, details);
  return 0;
}

function compileWindow({ window, scope }: EvershellCounter, at: string, problems: Problems): number | null {
  if (window === undefined) return null;
  const pointer = pointerTo(at, 'window');
  if (scope === 'task') {
    const hint = 'leave out `window`, or write `scope: workspace`';
    problems.add('window_scope', pointer, 'a task has no windows: its use starts at zero', hint);
  }
  const seconds = Number(window.slice(0, -1)) * (SECONDS[window.slice(-1)] ?? Number.NaN);
  if (seconds > LONGEST_WINDOW) {
    problems.add('window_range', pointer, `${quote(window)} is longer than 31 days`, 'write at most "31d"');
  }
  return seconds;
}
