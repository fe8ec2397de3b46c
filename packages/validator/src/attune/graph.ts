import type { AttuneTask } from '@packwright/schema/attune';
import type { Path } from '../structure/locator.ts';

/** A way from one task to another. */
export interface Edge {
  readonly target: string;
  /** Where the name of the target stands, from the task. */
  readonly path: Path;
  readonly isConditional: boolean;
}

/** The older keys of a task that name the next one, and whether they always apply. */
const OLDER = [
  ['on_success', true],
  ['on_failure', true],
  ['on_complete', false],
  ['on_timeout', true],
] as const;

/** What may follow a task. The older keys count only where there is no `next` (spec 4.7). */
export function edgesOf(task: AttuneTask): Edge[] {
  const { next, decision } = task;
  if (Array.isArray(next) && next.length > 0) {
    return next.flatMap((transition, index) =>
      texts(transition?.do).map(([at, target]) => ({
        target,
        path: ['next', index, 'do', at],
        isConditional: isWritten(transition.when),
      })),
    );
  }
  const older = OLDER.flatMap(([key, isConditional]): Edge[] => {
    const target = task[key];
    return isWritten(target) ? [{ target, path: [key], isConditional }] : [];
  });
  const branches = (Array.isArray(decision) ? decision : []).flatMap((branch, index): Edge[] =>
    isWritten(branch?.next)
      ? [{ target: branch.next, path: ['decision', index, 'next'], isConditional: isWritten(branch.when) }]
      : [],
  );
  return [...older, ...branches];
}

/** Tasks beside each other, with the place of their list. */
export interface TaskList {
  readonly tasks: readonly AttuneTask[];
  readonly path: Path;
}

/** Whether something is a task by its name; inside other tasks it may be anything. */
export const isTask = (task: unknown): task is AttuneTask =>
  typeof task === 'object' && task !== null && 'name' in task && typeof task.name === 'string';

/** Every list of tasks in a graph: that of the graph, and those inside tasks. Names count within one list only. */
export function* taskLists(tasks: unknown, path: Path = ['tasks']): Generator<TaskList> {
  if (!Array.isArray(tasks)) return;
  // A list with an entry that is no task is at fault; its places would be wrong.
  if (!tasks.every(isTask)) return;
  yield { tasks, path };
  for (const [index, task] of tasks.entries()) yield* taskLists(task.tasks, [...path, index, 'tasks']);
}

function texts(list: unknown): [number, string][] {
  return Array.isArray(list)
    ? [...list.entries()].filter((entry): entry is [number, string] => typeof entry[1] === 'string')
    : [];
}

const isWritten = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';

/** The tasks of a list by name; of two with one name the first. */
export function byName(tasks: readonly AttuneTask[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const [index, { name }] of tasks.entries()) if (!names.has(name)) names.set(name, index);
  return names;
}

/** For each task of a list, which others lead to it. */
export function inbound(tasks: readonly AttuneTask[]): ReadonlySet<number>[] {
  const into = tasks.map(() => new Set<number>());
  for (const [from, targets] of targetsOf(tasks).entries()) {
    for (const to of targets) into[to]?.add(from);
  }
  return into;
}

/** For each task of a list, which others it leads to; names that no task has lead nowhere. */
function targetsOf(tasks: readonly AttuneTask[]): ReadonlySet<number>[] {
  const names = byName(tasks);
  return tasks.map((task) => {
    const targets = edgesOf(task).map(({ target }) => names.get(target));
    return new Set(targets.filter((target) => target !== undefined));
  });
}

/** The tasks that can be reached from those to which nothing leads. */
export function reachable(tasks: readonly AttuneTask[]): ReadonlySet<number> {
  const into = inbound(tasks);
  const first = [...tasks.keys()].filter((index) => into[index]?.size === 0);
  return new Set([...first, ...reachedFrom(first, tasks)]);
}

/** The tasks that lead back to themselves, found in linear time (Tarjan's strongly connected components). */
export function inCircles(tasks: readonly AttuneTask[]): ReadonlySet<number> {
  const next = targetsOf(tasks);
  const circling = new Set<number>();
  // When each was found, and the earliest of the open ones that it leads to; Infinity once its part is told.
  const found: number[] = [];
  const earliest: number[] = [];
  const open: number[] = [];
  let count = 0;
  for (const root of tasks.keys()) {
    const way: { readonly at: number; readonly left: number[] }[] = [];
    const enter = (at: number) => {
      found[at] = earliest[at] = count++;
      open.push(at);
      way.push({ at, left: [...(next[at] ?? [])] });
    };
    if (found[root] === undefined) enter(root);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const { at, left } = here;
      const to = left.pop();
      if (to !== undefined) {
        if (to === at) circling.add(at);
        if (found[to] === undefined) enter(to);
        else earliest[at] = Math.min(earliest[at] as number, earliest[to] as number);
        continue;
      }
      way.pop();
      const from = way.at(-1)?.at;
      if (from !== undefined) earliest[from] = Math.min(earliest[from] as number, earliest[at] as number);
      if (earliest[at] === found[at]) {
        const part = open.splice(open.lastIndexOf(at));
        for (const member of part) {
          if (part.length > 1) circling.add(member);
          earliest[member] = Number.POSITIVE_INFINITY;
        }
      }
    }
  }
  return circling;
}

/** What some tasks lead to, themselves only where they are led back to. */
function reachedFrom(first: readonly number[], tasks: readonly AttuneTask[]): ReadonlySet<number> {
  const next = targetsOf(tasks);
  const reached = new Set<number>();
  const waiting = [...first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    for (const to of next[index] ?? []) {
      if (reached.has(to)) continue;
      reached.add(to);
      waiting.push(to);
    }
  }
  return reached;
}
