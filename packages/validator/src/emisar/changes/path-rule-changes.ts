import type { EmisarArg } from '@packwright/schema/emisar';
import type { Change } from '../../changes/change.ts';
import { type Compared, changed, field } from '../../changes/compared.ts';
import { written } from '../../changes/written.ts';
import { cleanHostPath, isUnder } from '../arguments/clean-host-path.ts';

type Validation = EmisarArg['validation'];

/** Paths that are named one by one, and directories with all that is below them. */
interface PathSet {
  readonly paths: readonly string[];
  readonly prefixes: readonly string[];
}

/**
 * Which paths may be named (specs/emisar 4.5): those that hold to each allowed list that there is, and that no denied
 * list has. Links of a host are not known here, so a directory holds what its name says.
 */
export function* pathRuleChanges(validation: Compared<Validation>): Generator<Change> {
  yield* allowedChanges(validation, 'allowed_paths', 'be one of');
  yield* allowedChanges(validation, 'allowed_prefixes', 'lie in one of');
  const [old, fresh] = [deniedOf(validation.before.value), deniedOf(validation.after.value)];
  const more = uncovered(fresh, old);
  const fewer = uncovered(old, fresh);
  const listOf = (paths: readonly string[], set: PathSet) =>
    field(validation, paths.every((path) => set.paths.includes(path)) ? 'denied_paths' : 'denied_prefixes');
  if (fewer.length > 0) yield changed(listOf(fewer, old), 'wider', `no longer denied: ${listed(fewer)}`);
  if (more.length > 0) yield changed(listOf(more, fresh), 'narrower', `now denied: ${listed(more)}`);
}

/** A list that is empty holds no path back. */
function* allowedChanges(
  validation: Compared<Validation>,
  key: 'allowed_paths' | 'allowed_prefixes',
  duty: string,
): Generator<Change> {
  const list = field(validation, key);
  const [old, fresh] = [list.before.value ?? [], list.after.value ?? []];
  if (old.length === 0 && fresh.length === 0) return;
  if (fresh.length === 0) yield changed(list, 'wider', `a path no longer has to ${duty} ${listed(old)}`);
  else if (old.length === 0) yield changed(list, 'narrower', `a path now has to ${duty} ${listed(fresh)}`);
  else yield* keptChanges(list, setOf(key, old), setOf(key, fresh));
}

function* keptChanges(list: Compared<unknown>, old: PathSet, fresh: PathSet): Generator<Change> {
  const more = uncovered(fresh, old);
  const fewer = uncovered(old, fresh);
  if (more.length > 0) yield changed(list, 'wider', `now allowed: ${listed(more)}`);
  if (fewer.length > 0) yield changed(list, 'narrower', `no longer allowed: ${listed(fewer)}`);
}

const setOf = (key: 'allowed_paths' | 'allowed_prefixes', list: readonly string[]): PathSet =>
  key === 'allowed_paths' ? { paths: list, prefixes: [] } : { paths: [], prefixes: list };

const deniedOf = (validation: Validation): PathSet => ({
  paths: validation?.denied_paths ?? [],
  prefixes: validation?.denied_prefixes ?? [],
});

/** What one set holds and the other does not, as its author wrote it. */
function uncovered(inner: PathSet, outer: PathSet): readonly string[] {
  const [paths, prefixes] = [outer.paths.map(cleanHostPath), outer.prefixes.map(cleanHostPath)];
  const isBelow = (path: string): boolean => prefixes.some((prefix) => isUnder(cleanHostPath(path), prefix));
  return [
    ...inner.prefixes.filter((prefix) => !isBelow(prefix)),
    ...inner.paths.filter((path) => !isBelow(path) && !paths.includes(cleanHostPath(path))),
  ];
}

const listed = (paths: readonly string[]): string => paths.map(written).join(', ');
