import type { AttuneTunable } from '@packwright/schema/attune';
import type { LocatedDocument } from '../../structure/document.ts';
import { atKey, atValue, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { AttuneRule } from '../rule.ts';

/** The key that says where a value of each source is. */
const NEEDED = { literal: 'value', pack_config: 'path', keystore: 'key_ref' } as const;
/** Keys that mean something for one source only. */
const ONLY_FOR = { value: 'literal', key_ref: 'keystore' } as const;

/** Spec 1.8. */
export const att028: AttuneRule = {
  code: 'ATT028',
  name: 'queue-definition',
  severity: 'error',
  summary: 'The settings of a queue contradict each other.',
  why: 'A queue is read strictly: what does not fit together refuses its definition.',
  upstream: ['queue.invalid_definition'],
  *check({ components }) {
    for (const { document, value } of components.queue) {
      const dispatch = value.config?.dispatch;
      if (!dispatch) continue;
      const at = ['config', 'dispatch'];
      for (const key of ['concurrency', 'batch_size'] as const) {
        const tunable = dispatch[key];
        if (tunable) yield* tunableFaults(document, [...at, key], tunable);
      }
      const { coalescing } = dispatch;
      if (coalescing?.enabled !== true) continue;
      if (value.batch_mode !== 'batch') {
        yield atKey(document, [...at, 'coalescing'], {
          message: 'items are grouped only where a run gets several of them',
          hint: 'write `batch_mode: batch`, or switch grouping off',
        });
      }
      if ((coalescing.group_by_path ?? '').trim() === '') {
        yield atKey(document, [...at, 'coalescing'], {
          message: 'grouping has no "group_by_path"',
          hint: 'name the path in the item by whose value items are grouped',
        });
      }
    }
  },
};

function* tunableFaults(
  document: LocatedDocument<unknown>,
  path: Path,
  tunable: AttuneTunable,
): Generator<Finding> {
  const { source } = tunable;
  const needed = NEEDED[source];
  if (needed !== undefined && (tunable[needed] ?? '') === '') {
    yield atValue(document, [...path, 'source'], {
      message: `the source \`${source}\` needs "${needed}"`,
      hint: `add ${needed}`,
    });
  }
  for (const [key, owner] of Object.entries(ONLY_FOR)) {
    if (source === owner || (tunable[key as keyof typeof ONLY_FOR] ?? null) === null) continue;
    yield atKey(document, [...path, key], {
      message: `"${key}" has no meaning for the source \`${source}\``,
      hint: `remove it, or write source: ${owner}`,
    });
  }
}
