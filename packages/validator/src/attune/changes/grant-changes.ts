import type { Change } from '../../changes/change.ts';
import { type Compared, changed } from '../../changes/compared.ts';
import { isSame, written } from '../../changes/written.ts';

interface Grant {
  readonly resource?: unknown;
  readonly actions?: unknown;
  readonly constraints?: unknown;
}

/** One thing that is allowed: an action on a resource, within constraints. */
interface Allowed {
  readonly name: string;
  readonly constraints: Readonly<Record<string, unknown>>;
}

/** What a permission set allows now that it did not, and the other way round (specs/attune 1.10). */
export function* grantChanges(grants: Compared<unknown>): Generator<Change> {
  const [old, fresh] = [allowedBy(grants.before.value), allowedBy(grants.after.value)];
  for (const each of fresh.filter((one) => !isCovered(one, old)))
    yield changed(grants, 'wider', `now allows ${wordsFor(each)}`);
  for (const each of old.filter((one) => !isCovered(one, fresh)))
    yield changed(grants, 'narrower', `no longer allows ${wordsFor(each)}`);
}

function allowedBy(grants: unknown): Allowed[] {
  const list = Array.isArray(grants) ? (grants as Grant[]) : [];
  return list.flatMap(({ resource, actions, constraints }) =>
    (Array.isArray(actions) ? actions : []).map((action) => ({
      name: `${action} ${resource}`,
      constraints: givenOnly(constraints),
    })),
  );
}

function givenOnly(constraints: unknown): Allowed['constraints'] {
  const entries = Object.entries((constraints ?? {}) as object).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(entries);
}

/** Whether one of the others allows at least as much: the same, with no constraint that this one lacks. */
function isCovered({ name, constraints }: Allowed, others: readonly Allowed[]): boolean {
  return others.some(
    (other) =>
      other.name === name &&
      Object.entries(other.constraints).every(([key, value]) => isSame(constraints[key], value)),
  );
}

function wordsFor({ name, constraints }: Allowed): string {
  return Object.keys(constraints).length === 0 ? name : `${name} within ${written(constraints)}`;
}
