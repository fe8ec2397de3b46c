import type { AttuneTask } from '@packwright/schema/attune';
import { atValue, related } from '../../structure/finding.ts';
import { byName, type Edge, edgesOf, reachable, taskLists } from '../graph.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att122: AttuneRule = {
  code: 'ATT122',
  name: 'endless',
  severity: 'warning',
  restsOn: ['tasks'],
  summary: 'Tasks lead to each other in a circle that no condition ends.',
  why: 'The workflow either never ends or stops where the platform refuses to run a task again.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { tasks, path } of taskLists(value.tasks)) {
        const reached = reachable(tasks);
        for (const { first, last, back } of endless(tasks)) {
          // A circle that never starts is the business of another rule.
          if (!reached.has(first)) continue;
          yield atValue(document, [...path, last, ...back.path], {
            message: `from "${tasks[first]?.name}" the workflow goes in a circle for ever`,
            hint: 'give a transition of the circle a condition, or one that leads out of it',
            related: [related(document, [...path, first, 'name'], 'the circle begins here')],
          });
        }
      }
    }
  },
};

/** A circle that is always gone round: its first task in the order of the list, and the way back to that. */
interface Circle {
  readonly first: number;
  readonly last: number;
  readonly back: Edge;
}

function endless(tasks: readonly AttuneTask[]): Circle[] {
  const names = byName(tasks);
  const always = tasks.map((task) =>
    edgesOf(task).find(({ target, isConditional }) => !isConditional && names.has(target)),
  );
  const after = (index: number) => names.get(always[index]?.target ?? '');
  const found: Circle[] = [];
  const done = new Set<number>();
  for (const start of tasks.keys()) {
    const way = new Set<number>();
    for (let at: number | undefined = start; at !== undefined && !done.has(at); at = after(at)) {
      if (way.has(at)) {
        found.push(...circleOf(fromOn(way, at), always));
        break;
      }
      way.add(at);
    }
    for (const index of way) done.add(index);
  }
  return found;
}

function circleOf(members: readonly number[], always: readonly (Edge | undefined)[]): Circle[] {
  const first = Math.min(...members);
  const last = members.at(members.indexOf(first) - 1) ?? first;
  const back = always[last];
  return back ? [{ first, last, back }] : [];
}

/** The part of a way that begins at an entry. */
function fromOn(way: ReadonlySet<number>, entry: number): number[] {
  const order = [...way];
  return order.slice(order.indexOf(entry));
}
