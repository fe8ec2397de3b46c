import type { EmisarArg } from '@packwright/schema/emisar';
import type { Change } from '../../changes/change.ts';
import { type Compared, changed, field } from '../../changes/compared.ts';
import { written } from '../../changes/written.ts';

type Validation = EmisarArg['validation'];

/** Paths that are named one by one, and directories with all that is below them. */
interface PathSet {
  readonly paths: readonly string[];
  readonly prefixes: readonly string[];
}

/** Which paths may be named (specs/emisar 4.5): those that the allowed lists hold, if any, and no denied list does. */
export function* pathRuleChanges(validation: Compared<Validation>): Generator<Change> {
  const [oldAllowed, freshAllowed] = [allowedOf(validation.before.value), allowedOf(validation.after.value)];
  yield* allowedChanges(validation, oldAllowed, freshAllowed);
  const [oldDenied, freshDenied] = [deniedOf(validation.before.value), deniedOf(validation.after.value)];
  const more = uncovered(freshDenied, oldDenied);
  const fewer = uncovered(oldDenied, freshDenied);
  const list = field(validation, 'denied_prefixes');
  if (fewer.length > 0) yield changed(list, 'wider', `no longer denied: ${listed(fewer)}`);
  if (more.length > 0) yield changed(list, 'narrower', `now denied: ${listed(more)}`);
}

function* allowedChanges(validation: Compared<Validation>, old: PathSet, fresh: PathSet): Generator<Change> {
  const list = field(validation, 'allowed_prefixes');
  if (isEmpty(old) && isEmpty(fresh)) return;
  if (isEmpty(fresh)) return void (yield changed(list, 'wider', 'any path may be named now'));
  if (isEmpty(old))
    return void (yield changed(list, 'narrower', `only these may be named now: ${all(fresh)}`));
  const more = uncovered(fresh, old);
  const fewer = uncovered(old, fresh);
  if (more.length > 0) yield changed(list, 'wider', `now allowed: ${listed(more)}`);
  if (fewer.length > 0) yield changed(list, 'narrower', `no longer allowed: ${listed(fewer)}`);
}

const allowedOf = (validation: Validation): PathSet => ({
  paths: validation?.allowed_paths ?? [],
  prefixes: validation?.allowed_prefixes ?? [],
});

const deniedOf = (validation: Validation): PathSet => ({
  paths: validation?.denied_paths ?? [],
  prefixes: validation?.denied_prefixes ?? [],
});

const isEmpty = ({ paths, prefixes }: PathSet): boolean => paths.length + prefixes.length === 0;

/** What one set holds and the other does not, as its author wrote it. */
function uncovered(inner: PathSet, outer: PathSet): readonly string[] {
  const isBelow = (path: string): boolean => outer.prefixes.some((prefix) => lies(path, prefix));
  return [
    ...inner.prefixes.filter((prefix) => !isBelow(prefix)),
    ...inner.paths.filter((path) => !isBelow(path) && !outer.paths.includes(path)),
  ];
}

/** Whether a path is a directory or lies below it. */
function lies(path: string, directory: string): boolean {
  const base = directory.replace(/\/+$/, '');
  return path.replace(/\/+$/, '') === base || path.startsWith(`${base}/`);
}

const listed = (paths: readonly string[]): string => paths.map(written).join(', ');
const all = ({ paths, prefixes }: PathSet): string => listed([...prefixes, ...paths]);
