import type { LocatedDocument } from '../structure/document.ts';
import type { Path } from '../structure/locator.ts';
import { type AttunePackFiles, type ComponentKind, qualified } from './pack.ts';
import { tasksOf } from './tasks.ts';

/** A place where a document names a component. */
export interface Reference {
  readonly document: LocatedDocument<unknown>;
  readonly path: Path;
  /** What it names, and what the document says it by: `action`. */
  readonly kind: ComponentKind;
  /** The name as the loader completes it. */
  readonly ref: string;
}

/** Every reference from one component to another, in the order of the files. */
export function* referencesOf(pack: AttunePackFiles): Generator<Reference> {
  const { components } = pack;
  const named = (ref: unknown) => (typeof ref === 'string' ? qualified(ref.trim(), pack.ref) : '');
  for (const { document, value } of components.rule) {
    yield* one(document, ['trigger_ref'], 'trigger', named(value.trigger_ref));
    yield* one(document, ['action_ref'], 'action', named(value.action_ref));
  }
  for (const { document, value } of components.policy) {
    yield* one(document, ['action_ref'], 'action', named(value.action_ref));
  }
  for (const { document, value } of components.queue) {
    yield* one(document, ['dispatch_action'], 'action', named(value.dispatch_action));
  }
  for (const { document, value } of components.cache) {
    const { owner_type: owner } = value;
    if (owner === 'action' || owner === 'sensor') {
      yield* one(document, ['owner_ref'], owner, named(value.owner_ref));
    }
  }
  for (const { document, value } of components.sensor) {
    const key = value.trigger_types === undefined ? 'trigger_type' : 'trigger_types';
    const types = value[key];
    if (typeof types === 'string') yield* one(document, [key], 'trigger', named(types));
    if (!Array.isArray(types)) continue;
    for (const [index, type] of types.entries()) {
      yield* one(document, [key, index], 'trigger', named(type));
    }
  }
  for (const { document, value } of components.workflow) {
    for (const { task, path } of tasksOf(value)) {
      yield* one(document, [...path, 'action'], 'action', named(task.action));
    }
  }
}

function* one(
  document: LocatedDocument<unknown>,
  path: Path,
  kind: ComponentKind,
  ref: string,
): Generator<Reference> {
  if (ref !== '') yield { document, path, kind, ref };
}
