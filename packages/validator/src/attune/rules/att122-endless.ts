import type { AttuneTask } from '@packwright/schema/attune';
import { atValue } from '../../structure/finding.ts';
import { byName, edgesOf, reachable, taskLists } from '../graph.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 4.7. */
export const att122: AttuneRule = {
  code: 'ATT122',
  name: 'endless',
  severity: 'warning',
  summary: 'Tasks lead to each other in a circle that no condition ends.',
  why: 'The workflow either never ends or stops where the platform refuses to run a task again.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { tasks, path } of taskLists(value.tasks)) {
        const reached = reachable(tasks);
        for (const index of endless(tasks)) {
          // A circle that never starts is the business of another rule.
          if (!reached.has(index)) continue;
          yield atValue(document, [...path, index, 'name'], {
            message: `from "${tasks[index]?.name}" the workflow goes in a circle for ever`,
            hint: 'give a transition of the circle a condition, or one that leads out of it',
          });
        }
      }
    }
  },
};

/** One task of each circle that is always gone round: the first in the order of the list. */
function endless(tasks: readonly AttuneTask[]): number[] {
  const names = byName(tasks);
  const always = tasks.map((task) =>
    edgesOf(task)
      .filter(({ isConditional }) => !isConditional)
      .flatMap(({ target }) => names.get(target) ?? []),
  );
  const found: number[] = [];
  const done = new Set<number>();
  for (const start of tasks.keys()) {
    const way = new Set<number>();
    for (let at: number | undefined = start; at !== undefined && !done.has(at); at = always[at]?.[0]) {
      if (way.has(at)) {
        found.push(Math.min(...fromOn(way, at)));
        break;
      }
      way.add(at);
    }
    for (const index of way) done.add(index);
  }
  return found;
}

/** The part of a way that begins at an entry. */
function fromOn(way: ReadonlySet<number>, entry: number): number[] {
  const order = [...way];
  return order.slice(order.indexOf(entry));
}
