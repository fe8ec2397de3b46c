import { comparePatterns } from '@packwright/values';
import type { Change, Meaning } from './change.ts';
import { type Compared, changed } from './compared.ts';
import { inFull, isSame, written } from './written.ts';

type Size = number | bigint;

/** Any other value: that it differs is all that can be told, so the caller says what a difference means. */
export function* anyChange(compared: Compared<unknown>, what: string, meaning: Meaning): Generator<Change> {
  const { before, after } = compared;
  if (isSame(before.value, after.value)) return;
  yield changed(compared, meaning, wasAndIs(what, before.value, after.value));
}

/** A flag of which one position allows more; left out it is false. */
export function* flagChange(
  compared: Compared<boolean | null | undefined>,
  what: string,
  whenOn: 'wider' | 'narrower',
): Generator<Change> {
  const [was, is] = [compared.before.value === true, compared.after.value === true];
  if (was === is) return;
  const other = whenOn === 'wider' ? 'narrower' : 'wider';
  yield changed(compared, is ? whenOn : other, `${what} was ${was ? 'on' : 'off'}, is ${is ? 'on' : 'off'}`);
}

/** A number of which more (`most`) or less (`least`) allows more; nothing for no limit. */
export function* limitChange(
  compared: Compared<unknown>,
  what: string,
  kind: 'most' | 'least',
  sizeOf: (value: unknown) => Size | undefined = plainSize,
): Generator<Change> {
  const { before, after } = compared;
  const [was, is] = [sizeOf(before.value), sizeOf(after.value)];
  if (isSameSize(was, is)) return;
  const meaning = kind === 'most' ? meaningOfMost(was, is) : meaningOfLeast(was, is);
  yield changed(compared, meaning, wasAndIs(what, before.value, after.value));
}

/** A number and a bigint of one value are the same. */
function isSameSize(a: Size | undefined, b: Size | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return !(a < b) && !(b < a);
}

/** No value is above or below what is no number, so that is no limit. */
function plainSize(value: unknown): Size | undefined {
  return (typeof value === 'number' && !Number.isNaN(value)) || typeof value === 'bigint' ? value : undefined;
}

function meaningOfMost(was: Size | undefined, is: Size | undefined): Meaning {
  if (is === undefined) return 'wider';
  return was === undefined || is < was ? 'narrower' : 'wider';
}

function meaningOfLeast(was: Size | undefined, is: Size | undefined): Meaning {
  if (is === undefined) return 'wider';
  return was === undefined || is > was ? 'narrower' : 'wider';
}

/** A list of which each entry allows something (`grants`) or forbids something (`denies`). Order does not count. */
export function* listChange(
  compared: Compared<readonly unknown[] | null | undefined>,
  what: string,
  kind: 'grants' | 'denies',
): Generator<Change> {
  const [old, fresh] = [byText(compared.before.value ?? []), byText(compared.after.value ?? [])];
  const more = [...fresh].filter(([text]) => !old.has(text)).map(([, each]) => written(each));
  const fewer = [...old].filter(([text]) => !fresh.has(text)).map(([, each]) => written(each));
  if (more.length > 0)
    yield changed(compared, kind === 'grants' ? 'wider' : 'narrower', `${what} now has ${more.join(', ')}`);
  if (fewer.length > 0)
    yield changed(
      compared,
      kind === 'grants' ? 'narrower' : 'wider',
      `${what} no longer has ${fewer.join(', ')}`,
    );
}

const byText = (values: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(values.map((value) => [inFull(value), value]));

/** The only values that are taken; without a list any is, by an empty one none. */
export function* choiceChange(
  compared: Compared<readonly unknown[] | undefined>,
  what: string,
): Generator<Change> {
  const [old, fresh] = [compared.before.value, compared.after.value];
  if (old && fresh) yield* listChange(compared, what, 'grants');
  else if (fresh) yield changed(compared, 'narrower', `${what} now has to be ${oneOf(fresh)}`);
  else if (old) yield changed(compared, 'wider', `${what} no longer has to be ${oneOf(old)}`);
}

const oneOf = (values: readonly unknown[]): string =>
  values.length === 0 ? 'one of none' : `one of ${values.map(written).join(', ')}`;

/** A pattern that has to occur in a text; none takes any text. */
export function* patternChange(
  compared: Compared<string | null | undefined>,
  what: string,
): Generator<Change> {
  const [old, fresh] = [compared.before.value || undefined, compared.after.value || undefined];
  if (old === fresh) return;
  const relation = comparePatterns(old ?? '', fresh ?? '');
  yield changed(compared, relation === 'different' ? 'wider' : relation, wasAndIs(what, old, fresh));
  if (relation === 'different')
    yield changed(compared, 'narrower', `${what} refuses some of what it took before`);
}

/** Text for people, which changes nothing of what may happen. */
export function* textChange(compared: Compared<unknown>, what: string): Generator<Change> {
  if (!isSame(compared.before.value, compared.after.value))
    yield changed(compared, 'equal', `${what} is another text`);
}

export function wasAndIs(what: string, was: unknown, is: unknown): string {
  const [before, after] = [writtenOrNone(was), writtenOrNone(is)];
  // Cut where both are the same still.
  return before === after ? `${what} is another one` : `${what} was ${before}, is ${after}`;
}

const writtenOrNone = (value: unknown): string =>
  value === undefined || value === null ? 'not given' : written(value);
