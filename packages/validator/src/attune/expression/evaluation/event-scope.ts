import type { ExpressionObject, ExpressionValue } from '../values/expression-value.ts';
import type { ExpressionScope } from './scope.ts';

/** An event that a rule may answer to. */
export interface RuleEvent {
  readonly id: ExpressionValue;
  /** Ref of its trigger. */
  readonly trigger: string;
  /** Left out or null when the event has none. */
  readonly payload?: ExpressionValue;
  /** When it was made, as RFC 3339 has it. */
  readonly created: string;
}

/** What the `expression` of a rule can see: `event`, and no answers of tasks. */
export function eventScope({ id, trigger, payload, created }: RuleEvent): ExpressionScope {
  const event: ExpressionObject = new Map([
    ['id', id],
    ['trigger', trigger],
    ['trigger_ref', trigger],
    ['payload', payload ?? null],
    ['created', created],
  ]);
  return { names: new Map([['event', event]]) };
}
