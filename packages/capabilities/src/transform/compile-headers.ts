import type { EvershellHeaderChange, EvershellTextValue } from '@packwright/schema/evershell';
import { pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';
import { quote } from '../quote.ts';
import { compileTextValue } from './compile-value.ts';
import { looksSecret } from './literal-secret.ts';
import type { HeaderChange, NamedValues, Value } from './transform.ts';

/** What the checks of header changes need to know of the rest. */
export interface HeaderContext {
  readonly problems: Problems;
  /** Whether a literal secret is an error: the pack is for everyone to see. */
  readonly isPublic: boolean;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** What the proxy itself writes, by which one request could become two. */
const FORBIDDEN = /^(?:host|content-length|transfer-encoding|connection|te|trailer|upgrade|proxy-.*)$/;

/** Compiles a change of headers (specs/evershell 3.10). */
export function compileHeaders(
  change: EvershellHeaderChange,
  at: string,
  context: HeaderContext,
): HeaderChange {
  const { set = {}, add = {}, remove = [] } = change;
  const names = remove.map((name, index) =>
    checkName(name, pointerTo(at, 'remove', index), context.problems),
  );
  return {
    kind: 'headers',
    set: named(set, pointerTo(at, 'set'), context),
    add: named(add, pointerTo(at, 'add'), context),
    remove: names,
  };
}

function named(
  values: Readonly<Record<string, EvershellTextValue>>,
  at: string,
  context: HeaderContext,
): NamedValues {
  const result = new Map<string, Value>();
  for (const [written, value] of Object.entries(values)) {
    const pointer = pointerTo(at, written);
    const name = checkName(written, pointer, context.problems);
    if (result.has(name)) {
      const hint = 'keep one of them; case makes no difference';
      context.problems.add('header_duplicate', pointer, `the header ${quote(name)} is there twice`, hint);
    }
    const compiled = compileTextValue(value, pointer, context.problems);
    if (!compiled) continue;
    if (compiled.kind === 'literal') checkLiteral(name, String(compiled.value), pointer, context);
    result.set(name, compiled);
  }
  return [...result];
}

function checkName(written: string, pointer: string, problems: Problems): string {
  const name = written.toLowerCase();
  if (!TOKEN.test(written)) {
    const hint = 'write letters, digits and "-"';
    problems.add('header_name', pointer, `${quote(written)} is not the name of a header`, hint);
  } else if (FORBIDDEN.test(name)) {
    problems.add(
      'header_forbidden',
      pointer,
      `${quote(written)} cannot be changed`,
      'remove it; the proxy writes it',
    );
  }
  return name;
}

function checkLiteral(
  name: string,
  text: string,
  pointer: string,
  { problems, isPublic }: HeaderContext,
): void {
  if (!isHeaderText(text)) {
    const message = `the value of ${quote(name)} has characters no header has`;
    const hint = 'write one line of printable characters, without blanks around it';
    const trimmed = text.trim();
    problems.add('header_value', pointer, message, hint, isHeaderText(trimmed) ? { instead: trimmed } : {});
  }
  if (!looksSecret(name, text)) return;
  // The value itself is never repeated.
  const message = `the value of ${quote(name)} looks like a secret`;
  const hint = 'keep it as a secret and write `{expr: secrets["name"]}`, or use `auth`';
  if (isPublic) problems.addAsError('literal_secret', pointer, message, hint);
  else problems.add('literal_secret', pointer, message, hint);
}

/** Whether a text can be the value of a header as it is. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\u{10ffff}]*$/u.test(text) && text.trim() === text;
}
