import { BOOL, NUMBER } from '../values/kind.ts';
import { ANY_SHAPE, objectShape, type Shape, TEXT_SHAPE } from './shape.ts';

/** What an expression will be able to see. */
export interface ExpressionNames {
  /** What may stand alone, by name. */
  readonly names: ReadonlyMap<string, Shape>;
  /** What functions beside the built-in ones answer, by name. */
  readonly answers: ReadonlyMap<string, Shape>;
  /** What to write for names and functions that exist only elsewhere. */
  readonly advice: ReadonlyMap<string, string>;
  /** What to do about any other unknown name. */
  readonly remedy?: string;
}

const WORKFLOW_ONLY = 'only workflows know the outcome of tasks';

/** What the `expression` of a rule can see, where the payload has a shape. */
export function ruleNames(payload: Shape): ExpressionNames {
  return {
    names: new Map([['event', eventShape(payload, ['id', 'trigger', 'trigger_ref', 'created'])]]),
    answers: new Map(),
    advice: new Map([
      ['trigger', 'write event.payload.… or event.trigger'],
      ['pack', 'conditions see the event only'],
      ['config', 'conditions see the event only'],
      ['system', 'conditions see the event only'],
      ['parameters', 'write event.payload.…'],
      ...['result', 'succeeded', 'failed', 'timed_out'].map((name) => [name, WORKFLOW_ONLY] as const),
    ]),
    remedy: 'conditions see the event only: write event.payload.…',
  };
}

/** The shape of `event`, with a payload and these further names. */
export function eventShape(payload: Shape, further: readonly string[]): Shape {
  return objectShape([
    ['payload', payload],
    ...further.map((name): [string, Shape] => [name, name === 'id' ? { kinds: NUMBER } : TEXT_SHAPE]),
  ]);
}

/** A workflow as far as its expressions can see it. What is left out is not known. */
export interface WorkflowNames {
  readonly parameters?: Shape;
  /** From `vars` and from every `publish`; what they hold can change. */
  readonly variables?: Iterable<string>;
  readonly tasks?: Iterable<string>;
  readonly config?: Shape;
  /** Where a task goes over entries: what one of them is. Elsewhere there is no `item` and no `index`. */
  readonly item?: Shape;
  /** What `result()` gives. */
  readonly result?: Shape;
}

/** What expressions of a workflow can see. */
export function workflowNames(workflow: WorkflowNames): ExpressionNames {
  const { variables, item } = workflow;
  const workflowShape = variables ? anythingUnder(variables) : ANY_SHAPE;
  const taskShape = workflow.tasks ? anythingUnder(workflow.tasks) : ANY_SHAPE;
  const names = new Map<string, Shape>(workflowShape.members);
  for (const name of ['item', 'index']) names.delete(name);
  for (const name of ['workflow', 'vars', 'variables']) names.set(name, workflowShape);
  for (const name of ['task', 'tasks']) names.set(name, taskShape);
  names.set('parameters', workflow.parameters ?? ANY_SHAPE);
  names.set('config', workflow.config ?? ANY_SHAPE);
  for (const name of ['keystore', 'inquiry']) names.set(name, ANY_SHAPE);
  names.set('system', objectShape([['workflow_start', TEXT_SHAPE]]));
  if (item) names.set('item', item).set('index', { kinds: NUMBER });
  return { names, answers: answers(workflow.result), advice: WORKFLOW_ADVICE, remedy: REMEDY };
}

const REMEDY = 'set it under `vars`, or `publish` it before';
const NO_ITEM = 'only a task with `with_items` has one';
const WORKFLOW_ADVICE: ReadonlyMap<string, string> = new Map([
  ['item', NO_ITEM],
  ['index', NO_ITEM],
  ['pack', 'write config.…'],
  ['event', 'workflows see no event; let the rule pass it as a parameter'],
  ['trigger', 'workflows see no event; let the rule pass it as a parameter'],
  ['params', 'write parameters.…'],
  ['inputs', 'write parameters.…'],
  ['input', 'write parameters.…'],
  ['secrets', 'write keystore["name"]'],
  ['kv', 'write keystore["name"]'],
  ['key', 'write keystore["name"]'],
]);

const anythingUnder = (names: Iterable<string>): Shape =>
  objectShape([...names].map((name) => [name, ANY_SHAPE]));

const answers = (result: Shape = ANY_SHAPE): ReadonlyMap<string, Shape> =>
  new Map([
    ['result', result],
    ...['succeeded', 'failed', 'timed_out'].map((name): [string, Shape] => [name, { kinds: BOOL }]),
  ]);
