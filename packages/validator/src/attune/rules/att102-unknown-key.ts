import { closest } from '@packwright/values';
import type { LocatedDocument } from '../../structure/document.ts';
import { entriesOf } from '../../structure/entries-of.ts';
import { atKey, type Finding, replaceKey } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { Shape } from '../../structure/shape.ts';
import { MERGE } from '../dialect/keywords.ts';
import { type AttunePackFiles, allComponents, kindOf } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';
import { tasksOf } from '../tasks.ts';

/** Keys of a manifest that the builder of the public index reads, though no loader does. */
const NONE: ReadonlySet<string> = new Set();
const INDEX_KEYS: ReadonlySet<string> = new Set(['license', 'homepage', 'repository', 'use_case']);

/** Spec 2.5. */
export const att102: AttuneRule = {
  code: 'ATT102',
  name: 'unknown-key',
  severity: 'warning',
  restsOn: [],
  summary: 'A key is none that the loader knows here.',
  why: 'The loader passes over keys that it does not know without a word, so a slip of the pen switches a setting off.',
  *check(pack) {
    for (const { kind, document } of documentsOf(pack)) {
      const { shape } = kindOf(kind, 'real');
      if (kind === 'dashboard') {
        yield* slips(document, shape);
        continue;
      }
      yield* unknownKeys(document, document.value, shape, [], kind === 'pack' ? INDEX_KEYS : NONE);
    }
    // Tasks inside tasks are of a shape of their own depth.
    const task = taskShape();
    for (const { document, value, isLegacy } of pack.components.workflow) {
      if (isLegacy) continue;
      for (const { task: inner, path } of tasksOf(value)) {
        if (path.length > 2) yield* unknownKeys(document, inner, task, path);
      }
    }
  },
};

function documentsOf(pack: AttunePackFiles) {
  return [
    { kind: 'pack' as const, document: pack.manifest },
    ...allComponents(pack).filter(({ isLegacy }) => !isLegacy),
  ];
}

/** A dashboard is stored as it stands, for the interface to draw: only keys of its own that are nearly right tell. */
function* slips(document: LocatedDocument<unknown>, shape: Shape): Generator<Finding> {
  if (shape.kind !== 'struct') return;
  const value = document.value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(value)) {
    if (shape.fields.has(key)) continue;
    const finding = unknownKey(document, [key], shape.fields.keys());
    if (finding.fix) yield finding;
  }
}

function taskShape(): Shape {
  const { shape } = kindOf('workflow', 'real');
  const tasks = shape.kind === 'struct' ? shape.fields.get('tasks')?.shape : undefined;
  return tasks?.kind === 'list' ? tasks.item : { kind: 'any' };
}

function* unknownKeys(
  document: LocatedDocument<unknown>,
  value: unknown,
  shape: Shape,
  path: Path,
  passedOver = NONE,
): Generator<Finding> {
  if (shape.kind === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* unknownKeys(document, item, shape.item, [...path, index]);
    }
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, item] of entriesOf(value)) {
    const at = [...path, key];
    if (shape.kind === 'map') yield* unknownKeys(document, item, shape.value, at);
    if (shape.kind !== 'struct') continue;
    const name = String(key);
    const field = shape.fields.get(name);
    if (field) yield* unknownKeys(document, item, field.shape, at);
    else if (shape.isOpen && name !== MERGE && !name.startsWith('x-') && !passedOver.has(name)) {
      yield unknownKey(document, at, shape.fields.keys());
    }
  }
}

function unknownKey(document: LocatedDocument<unknown>, path: Path, known: Iterable<string>): Finding {
  const key = String(path.at(-1));
  const around = path.slice(0, -1);
  const meant = closest(
    key,
    [...known].filter((name) => !document.locator?.pair([...around, name])),
  );
  return atKey(document, path, {
    message: `"${key}" is no key that the loader knows here`,
    hint: meant ? `did you mean "${meant}"?` : 'remove it',
    ...(meant ? { fix: replaceKey(document, path, meant, `rename to ${meant}`) } : {}),
  });
}
