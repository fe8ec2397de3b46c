import type { Location } from '../diagnostics/diagnostic.ts';
import { plain } from '../source/span.ts';
import { type LocatedDocument, spanAt } from '../structure/document.ts';
import type { Path } from '../structure/locator.ts';
import type { Change, Meaning } from './change.ts';

/** A value in one version of a pack, and where it stands. */
export interface Side<T> {
  readonly value: T;
  readonly document: LocatedDocument<unknown>;
  readonly path: Path;
}

/** The same thing in two versions of a pack. */
export interface Compared<T> {
  readonly subject: readonly string[];
  readonly before: Side<T>;
  readonly after: Side<T>;
}

/** The whole of a document in two versions. */
export function comparedDocuments<T>(
  subject: readonly string[],
  before: LocatedDocument<T>,
  after: LocatedDocument<T>,
): Compared<T> {
  return {
    subject,
    before: { value: before.value, document: before, path: [] },
    after: { value: after.value, document: after, path: [] },
  };
}

/** What stands under a key of both, or undefined where one of them lacks it. */
export function field<T, K extends keyof NonNullable<T> & string>(
  { subject, before, after }: Compared<T>,
  key: K,
): Compared<NonNullable<T>[K] | undefined> {
  return { subject, before: under(before, key), after: under(after, key) };
}

function under<T, K extends keyof NonNullable<T> & string>(
  { value, document, path }: Side<T>,
  key: K,
): Side<NonNullable<T>[K] | undefined> {
  return { value: (value as NonNullable<T> | undefined)?.[key], document, path: [...path, key] };
}

/** The change of a thing that both have. */
export function changed(
  { subject, before, after }: Compared<unknown>,
  meaning: Meaning,
  message: string,
): Change {
  return { subject, meaning, message, before: placeOf(before), after: placeOf(after) };
}

/** A thing that only the new version has. */
export function added(
  subject: readonly string[],
  at: Side<unknown>,
  meaning: Meaning,
  message: string,
): Change {
  return { subject, meaning, message, before: null, after: placeOf(at) };
}

/** A thing that only the old version has. */
export function removed(
  subject: readonly string[],
  at: Side<unknown>,
  meaning: Meaning,
  message: string,
): Change {
  return { subject, meaning, message, before: placeOf(at), after: null };
}

function placeOf({ document, path }: Side<unknown>): Location {
  return { file: document.file, span: plain(spanAt(document, path)) };
}
