import type { AttuneTask } from '@packwright/schema/attune';
import type { LocatedDocument } from '../../structure/document.ts';
import { atKey, atValue, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { AttuneRule } from '../rule.ts';
import { tasksOf } from '../tasks.ts';

/** The numbers of a task, with the least and the greatest that every platform takes. */
const RANGES = [
  [['batch_size'], 1, 1_000],
  [['concurrency'], 1, 100],
  [['join'], 1, Number.POSITIVE_INFINITY],
  [['iterate_cache', 'page_size'], 1, 1_000],
] as const;

/** Spec 4.7. */
export const att129: AttuneRule = {
  code: 'ATT129',
  name: 'task-limits',
  severity: 'warning',
  restsOn: [],
  summary: 'A task says what some platforms refuse.',
  why: 'The parser of packs takes it, and the editor of workflows or the run does not.',
  *check({ components }) {
    for (const { document, value, isLegacy } of components.workflow) {
      if (isLegacy) continue;
      for (const { task, path } of tasksOf(value)) yield* faultsOf(document, task, path);
    }
  },
};

function* faultsOf(document: LocatedDocument<unknown>, task: AttuneTask, path: Path): Generator<Finding> {
  for (const [keys, least, most] of RANGES) {
    const found = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], task);
    if (typeof found !== 'number' || (found >= least && found <= most)) continue;
    const range = Number.isFinite(most) ? `${least} to ${most}` : `${least} or more`;
    yield atValue(document, [...path, ...keys], {
      message: `\`${keys.at(-1)}\` is ${found}, not ${range}`,
      hint: `write ${range}`,
    });
  }
  const { retry, name } = task;
  if (typeof retry?.max_delay === 'number' && retry.max_delay < Number(retry.delay)) {
    yield atValue(document, [...path, 'retry', 'max_delay'], {
      message: `\`max_delay\` is ${retry.max_delay}, below the \`delay\` of ${retry.delay}`,
      hint: `write at least ${retry.delay}`,
    });
  }
  if ((task.with_items ?? null) !== null && (task.iterate_cache ?? null) !== null) {
    yield atKey(document, [...path, 'iterate_cache'], {
      message: `the task "${name}" goes over a list and over a cache`,
      hint: 'keep `with_items` or `iterate_cache`',
    });
  }
  const awaited = Object.keys(task.wait_for ?? {});
  if (task.wait_for && awaited.length !== 1) {
    yield atKey(document, [...path, 'wait_for'], {
      message: `the task "${name}" waits for ${awaited.length} things`,
      hint: 'name one of: inquiry, execution, work_queue_item',
    });
  }
  if (typeof task.action === 'string' && task.action !== '' && !task.action.includes('.')) {
    yield atValue(document, [...path, 'action'], {
      message: `"${task.action}" is no ref of an action: tasks name the pack too`,
      hint: 'write the ref of the pack, a dot and the name',
    });
  }
  if ([...String(name)].length > 255) {
    yield atValue(document, [...path, 'name'], {
      message: 'the name has more than 255 characters',
      hint: 'make it shorter',
    });
  }
}
