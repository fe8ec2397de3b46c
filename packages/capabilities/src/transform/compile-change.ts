import type {
  EvershellAuth,
  EvershellBodyChange,
  EvershellPathChange,
  EvershellQueryChange,
  EvershellTextValue,
  EvershellTransform,
} from '@packwright/schema/evershell';
import { normalPath } from '../path/normal-path.ts';
import { keysOf, pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';
import { quote } from '../quote.ts';
import { compileHeaders, type HeaderContext } from './compile-headers.ts';
import { compileBodyValue, compileTextValue } from './compile-value.ts';
import type { BodyChange, Change, NamedValues, PathChange, QueryChange, Value } from './transform.ts';

const KINDS = ['auth', 'headers', 'query', 'path', 'body'] as const;

/** Compiles what a transform changes; nothing when it is not exactly one thing (specs/evershell 3.10). */
export function compileChange(
  transform: EvershellTransform,
  at: string,
  context: HeaderContext,
): Change | undefined {
  const kinds = KINDS.filter((kind) => transform[kind] !== undefined);
  const { problems } = context;
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const found = kinds.length === 0 ? 'nothing' : kinds.map((each) => `\`${each}\``).join(' and ');
    const hint = `write one of ${KINDS.join(', ')}, and a transform of its own for each other`;
    problems.add('transform_variant', at, `changes ${found}`, hint);
    return undefined;
  }
  const place = pointerTo(at, kind);
  const { auth, headers, query, path, body } = transform;
  if (auth !== undefined) return authChange(auth);
  if (headers) return compileHeaders(headers, place, context);
  if (query) return queryChange(query, place, problems);
  if (path) return pathChange(path, place, problems);
  return body && bodyChange(body, place, problems);
}

function authChange(auth: string | EvershellAuth): Change {
  const { credential, scopes = null } = typeof auth === 'string' ? { credential: auth } : auth;
  return { kind: 'auth', credential, scopes };
}

function queryChange(
  { set = {}, add = {}, remove = [] }: EvershellQueryChange,
  at: string,
  problems: Problems,
): QueryChange {
  const values = (group: Readonly<Record<string, EvershellTextValue>>, key: string): NamedValues =>
    Object.entries(group).flatMap(([name, value]) =>
      pair(name, compileTextValue(value, pointerTo(at, key, name), problems)),
    );
  return { kind: 'query', set: values(set, 'set'), add: values(add, 'add'), remove };
}

function pathChange(change: EvershellPathChange, at: string, problems: Problems): PathChange {
  const { strip_prefix: strip, add_prefix: add, replace } = change;
  const hasPrefix = strip !== undefined || add !== undefined;
  if (hasPrefix === (replace !== undefined)) {
    const message = hasPrefix ? 'both replaces the path and changes its prefix' : 'changes nothing';
    problems.add('path_change', at, message, 'write `replace`, or `strip_prefix` and `add_prefix`');
  }
  for (const [key, prefix] of Object.entries({ strip_prefix: strip, add_prefix: add })) {
    if (prefix === undefined || (normalPath(prefix) && !/[?#]/.test(prefix))) continue;
    const hint = 'write a path without query, "//", "/./" and "/../"';
    problems.add('path_change', pointerTo(at, key), `${quote(prefix)} is not a path that can be sent`, hint);
  }
  const value =
    replace === undefined ? undefined : compileTextValue(replace, pointerTo(at, 'replace'), problems);
  return { kind: 'path', stripPrefix: strip ?? null, addPrefix: add ?? null, replace: value ?? null };
}

function bodyChange(
  { set = {}, remove = [] }: EvershellBodyChange,
  at: string,
  problems: Problems,
): BodyChange {
  for (const [index, pointer] of remove.entries())
    checkPointer(pointer, pointerTo(at, 'remove', index), problems, remove);
  if (remove.includes('')) {
    problems.add(
      'pointer_form',
      pointerTo(at, 'remove', remove.indexOf('')),
      'removes the whole body',
      'name a member',
    );
  }
  const values = Object.entries(set).flatMap(([pointer, value]) => {
    checkPointer(pointer, pointerTo(at, 'set', pointer), problems, Object.keys(set));
    return pair(pointer, compileBodyValue(value, pointerTo(at, 'set', pointer), problems));
  });
  return { kind: 'body', set: values, remove };
}

/** `others` are those beside it, of which none may come up twice. */
function checkPointer(pointer: string, at: string, problems: Problems, others: readonly string[]): void {
  if (keysOf(pointer)) return;
  const meant = `/${pointer}`;
  const isPlain = /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/.test(pointer) && !others.includes(meant);
  const message = `${quote(pointer)} is not a JSON Pointer`;
  const hint = `begin with "/": ${isPlain ? quote(meant) : '"/message/channel"'}`;
  problems.add('pointer_form', at, message, hint, isPlain ? { instead: meant } : {});
}

function pair(name: string, value: Value | undefined): NamedValues {
  return value ? [[name, value]] : [];
}
