import { above, anyOf, drop, rename, write } from './edits.ts';
import type { Mutator } from './mutator.ts';
import type { Edit, Place } from './place.ts';

const isRule = ({ kind }: Place) => kind === 'rules';
const isTask = ({ kind, path }: Place) => kind === 'actions/workflows' && path[0] === 'tasks';
const isTaskKey = (place: Place, key: string) =>
  isTask(place) && place.path.length === 3 && place.key === key;
const isTop = (place: Place, key: string) => place.path.length === 1 && place.key === key;

/** Defects of rules, of graphs and of references. */
export const flowMutators: readonly Mutator[] = [
  {
    name: 'a rule names what is not there',
    code: 'ATT012',
    edits: (place) =>
      isRule(place) && (isTop(place, 'trigger_ref') || isTop(place, 'action_ref'))
        ? anyOf(place, [`${place.pack}.no_such_thing`, `${place.pack}.x`])
        : [],
  },
  {
    name: 'a task runs what is not there',
    code: 'ATT012',
    edits: (place) => (isTaskKey(place, 'action') ? write(place, `${place.pack}.no_such_action`) : []),
  },
  {
    name: 'a sensor without its triggers',
    code: 'ATT017',
    edits: (place) =>
      place.kind === 'sensors' &&
      place.profile === 'real' &&
      /^trigger_types?$/.test(place.key) &&
      place.path.length === 1
        ? rename(place, 'fires')
        : [],
  },
  {
    name: 'a version of a runtime twice',
    code: 'ATT023',
    edits: (place) =>
      place.kind === 'runtimes' && isTop(place, 'name') && !/^versions:/m.test(place.text)
        ? above(place, 'versions: [{version: "1.0", is_default: true}, {version: "1.0"}]')
        : [],
  },
  {
    name: 'a transition to no task',
    code: 'ATT030',
    edits: (place) => (isTask(place) && place.key === 'do' ? listEdit(place, 'nowhere') : []),
  },
  {
    name: 'a task without its action',
    code: 'ATT031',
    edits: (place) => (isTaskKey(place, 'action') ? drop(place) : []),
  },
  {
    name: 'a parameter that the trigger has not',
    code: 'ATT114',
    edits: (place) =>
      isRule(place) && isTop(place, 'action_params') ? above(place, 'trigger_params: {depth: 3}') : [],
  },
  {
    name: 'a parameter that the action has not',
    code: 'ATT115',
    edits: (place) =>
      isRule(place) && place.path.length === 2 && place.path[0] === 'action_params'
        ? above(place, 'depth: 3')
        : [],
  },
  {
    name: 'an input that the action has not',
    code: 'ATT116',
    edits: (place) =>
      // The other tasks of the one graph run actions of another pack.
      isTask(place) && place.path[1] === 0 && place.path[2] === 'input' && place.path.length === 4
        ? above(place, 'depth: 3')
        : [],
  },
  {
    name: 'a template that leads nowhere',
    code: 'ATT117',
    edits: (place) =>
      isRule(place) && place.path.length === 2 && place.path[0] === 'action_params'
        ? anyOf(place, ['"{{ event.payload.nothing }}"', '"{{ envet.payload.x }}"', '"{{ event.payload. }}"'])
        : [],
  },
  {
    name: 'an expression that cannot be read',
    code: 'ATT118',
    edits: (place) => {
      if (!isTask(place)) return [];
      if (place.key === 'when')
        return anyOf(place, ['"{{ succeeded( }}"', '"{{ 1 + }}"', '"{{ nothing() }}"']);
      return place.path[2] === 'input' && place.path.length === 4
        ? anyOf(place, ['"{{ parameters. }}"', '"{{ 1 - \'a }}"'])
        : [];
    },
  },
  {
    name: 'a number outside its limits',
    code: 'PCK106',
    edits: (place) => (isTaskKey(place, 'action') ? above(place, 'retry: {count: 101, delay: 1}') : []),
  },
  {
    name: 'two tasks of one name',
    code: 'ATT120',
    edits: (place) => (isTaskKey(place, 'name') && place.path[1] !== 0 ? write(place, 'prompt') : []),
  },
  {
    name: 'a task that waits for too many',
    code: 'ATT121',
    edits: (place) => (isTaskKey(place, 'action') ? above(place, 'join: 9') : []),
  },
  {
    name: 'a task that leads to itself for ever',
    code: 'ATT122',
    edits: (place) => {
      const name = /- name: (\w+)\s*$/.exec(place.text.slice(0, place.pair.key.start))?.[1];
      return isTaskKey(place, 'action') && name !== 'prompt' ? above(place, `next: [{do: [${name}]}]`) : [];
    },
  },
  {
    name: 'a condition on what no event carries',
    code: 'ATT124',
    edits: (place) =>
      isRule(place) && isTop(place, 'conditions')
        ? anyOf(place, [
            '{expression: event.payload.nothing == 1}',
            '{expression: event.payload.counter >}',
            '{expression: nothing > 1}',
          ])
        : [],
  },
];

/** The first entry of a list is another. */
function listEdit({ pair }: Place, text: string): Edit[] {
  const item = pair.value.kind === 'seq' ? pair.value.items.at(0) : undefined;
  return item ? [{ start: item.start, end: item.end, text }] : [];
}
