import type { AttuneTunable } from '@packwright/schema/attune';
import { isAtFault, type LocatedDocument } from '../../structure/document.ts';
import { atKey, atValue, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { AttuneRule } from '../rule.ts';

/** The key that says where a value of each source is. */
const NEEDED = { literal: 'value', pack_config: 'path', keystore: 'key_ref' } as const;
/** Keys of which a source takes none; a key has its own path, and so has the configuration. */
const REFUSED = {
  literal: ['path', 'key_ref'],
  pack_config: ['value', 'key_ref'],
  keystore: ['value'],
} as const;
/** The source that a key belongs to. */
const OWNERS = { value: 'literal', path: 'pack_config', key_ref: 'keystore' } as const;

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
      if (!coalescing) continue;
      const grouping = [...at, 'coalescing'];
      if (value.batch_mode !== 'batch' && !isAtFault(document, ['batch_mode'])) {
        yield atKey(document, grouping, {
          message: 'items are grouped only where a run gets several of them',
          hint: 'write `batch_mode: batch`, or remove the key',
        });
      }
      const by = coalescing.group_by_path ?? undefined;
      if (by === undefined && coalescing.enabled === true) {
        yield atKey(document, grouping, {
          message: 'grouping has no "group_by_path"',
          hint: 'name the path in the item by whose value items are grouped',
        });
      } else if (by?.split('.').some(isBlank)) {
        yield atValue(document, [...grouping, 'group_by_path'], {
          message: `the path "${by}" has an empty part`,
          hint: 'write names with dots between, such as attributes.site',
        });
      }
    }
  },
};

const isBlank = (text: string): boolean => text.trim() === '';

function* tunableFaults(
  document: LocatedDocument<unknown>,
  path: Path,
  tunable: AttuneTunable,
): Generator<Finding> {
  const { source } = tunable;
  const needed = NEEDED[source];
  // What could not be read is filled in, and has no source.
  if (needed === undefined) return;
  const found = tunable[needed] ?? undefined;
  if (found === undefined || (needed !== 'value' && isBlank(String(found)))) {
    yield atValue(document, [...path, 'source'], {
      message: `the source \`${source}\` needs "${needed}"`,
      hint: `add ${needed}`,
    });
  }
  if (source === 'keystore' && typeof tunable.path === 'string' && isBlank(tunable.path)) {
    yield atValue(document, [...path, 'path'], {
      message: '`path` is empty',
      hint: 'name a path in the key, or remove it',
    });
  }
  for (const key of REFUSED[source]) {
    if ((tunable[key] ?? null) === null) continue;
    yield atKey(document, [...path, key], {
      message: `"${key}" has no meaning for the source \`${source}\``,
      hint: `remove it, or write source: ${OWNERS[key]}`,
    });
  }
}
