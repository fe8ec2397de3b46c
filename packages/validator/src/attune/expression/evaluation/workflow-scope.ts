import type { ExpressionObject, ExpressionValue } from '../values/expression-value.ts';
import type { ExpressionScope } from './scope.ts';

/** The state of a workflow in progress. */
export interface WorkflowState {
  /** After defaults. */
  readonly parameters: ExpressionObject;
  readonly variables: ExpressionObject;
  /** What finished tasks gave, by task name. */
  readonly tasks: ExpressionObject;
  readonly config?: ExpressionValue;
  readonly keystore?: ExpressionValue;
  readonly system?: ExpressionObject;
  /** The answer to an inquiry. */
  readonly inquiry?: ExpressionValue;
  /** The entry of `with_items` at hand. */
  readonly item?: { readonly value: ExpressionValue; readonly index: number };
  /** The task that ended last, for transitions. */
  readonly last?: {
    readonly result: ExpressionValue;
    readonly outcome: 'succeeded' | 'failed' | 'timed_out';
  };
}

/** What expressions of a workflow can see. Variables stand alone too, behind the names of the language. */
export function workflowScope(state: WorkflowState): ExpressionScope {
  const names = new Map<string, ExpressionValue>(state.variables);
  for (const name of ['workflow', 'vars', 'variables']) names.set(name, state.variables);
  for (const name of ['task', 'tasks']) names.set(name, state.tasks);
  names.set('parameters', state.parameters);
  names.set('config', state.config ?? null);
  names.set('keystore', state.keystore ?? null);
  names.set('system', state.system ?? new Map());
  if (state.inquiry !== undefined) names.set('inquiry', state.inquiry);
  // No variable takes the place of an entry that is not there.
  names.delete('item');
  names.delete('index');
  if (state.item) names.set('item', state.item.value).set('index', BigInt(state.item.index));
  return { names, answers: answersOf(state.last) };
}

function answersOf(last: WorkflowState['last']): ReadonlyMap<string, ExpressionValue> {
  return new Map<string, ExpressionValue>([
    ['result', last?.result ?? null],
    ['succeeded', last?.outcome === 'succeeded'],
    ['failed', last?.outcome === 'failed'],
    ['timed_out', last?.outcome === 'timed_out'],
  ]);
}
