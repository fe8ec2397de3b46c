import { EvershellCapabilities } from '@packwright/schema/evershell';
import type { z } from 'zod';
import { pointerTo } from '../pointer.ts';
import type { Problems } from '../problem.ts';
import { type Fault, faultOf, identifierFault, unknownKeyFault } from './fault.ts';
import { knownKeys } from './known-keys.ts';
import { noun, typeOf } from './type-words.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Says what the schema finds wrong with a list of capabilities. */
export function reportIssues(list: readonly unknown[], problems: Problems): void {
  const { error } = EvershellCapabilities.safeParse(list);
  const said = new Set<string>();
  for (const issue of error?.issues ?? []) {
    for (const [path, { code, message, hint }] of faultsOf(issue, list)) {
      const pointer = pointerTo('', ...path.map(String));
      // A name that is empty is also one of the wrong form.
      if (said.has(`${code} ${pointer}`)) continue;
      said.add(`${code} ${pointer}`);
      problems.add(code, pointer, message, hint);
    }
  }
}

function faultsOf(issue: Issue, list: readonly unknown[]): readonly (readonly [Path, Fault])[] {
  const { path } = issue;
  const value = valueAt(list, path);
  if (issue.code === 'invalid_union') return branchFaults(issue, list);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path).filter((key) => !Object.hasOwn(value as object, key));
    return issue.keys.map((key) => [[...path, key], unknownKeyFault(key, known)]);
  }
  if (issue.code === 'invalid_key') return [[path, identifierFault(String(path.at(-1)))]];
  if (isIdentifier(path) && typeof value === 'string') return [[path, identifierFault(value)]];
  return [[path, faultOf(issue, nameOf(path), value)]];
}

/** Of a choice between types: what is wrong with the one that the author took. */
function branchFaults(issue: z.core.$ZodIssueInvalidUnion, list: readonly unknown[]) {
  const { errors, path } = issue;
  const taken = errors.find((found) => !found.some((each) => each.path.length === 0 && isOfType(each)));
  if (taken) return taken.flatMap((each) => faultsOf({ ...each, path: [...path, ...each.path] }, list));
  const nouns = errors.flat().flatMap((each) => (each.code === 'invalid_type' ? [noun(each.expected)] : []));
  const message = `${nameOf(path)} is ${typeOf(valueAt(list, path))}`;
  const hint = `write ${choiceOf(new Set(nouns))}`;
  return [[path, { code: 'field_type', message, hint } satisfies Fault]] as const;
}

/** The formatter is made where it is needed: with its language data it costs every start 10 ms and 7 MiB. */
function choiceOf(nouns: Iterable<string>): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(nouns);
}

function isOfType({ code }: Issue): boolean {
  return code === 'invalid_type';
}

function isIdentifier(path: Path): boolean {
  return path.at(-1) === 'name' || path.at(-2) === 'applies_to';
}

function nameOf(path: Path): string {
  if (path.length === 0) return 'the list';
  const key = path.findLast((each) => typeof each === 'string');
  if (key === undefined) return 'an entry of the list';
  return typeof path.at(-1) === 'number' ? `an entry of \`${key}\`` : `\`${key}\``;
}

function valueAt(list: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null)?.[key], list);
}
