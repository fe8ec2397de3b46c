import { closest } from '@packwright/values';
import type { z } from 'zod';
import type { Diagnostic, Fix } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';
import type { YamlPair } from '../source/yaml-node.ts';
import type { DocumentKind } from './document.ts';
import type { Locator, Path } from './locator.ts';
import { firstLineOf, placeOf } from './missing-place.ts';
import { pckRules } from './pck-rules.ts';
import { type Shape, shapeAt } from './shape.ts';
import { describeType, homeOf, quote, render } from './wording.ts';

/** A document whose structure was found at fault. */
export interface FaultyDocument {
  readonly file: string;
  readonly text: string;
  readonly kind: DocumentKind<unknown>;
  readonly value: unknown;
  readonly locator: Locator;
}

type Issue = z.core.$ZodIssue;
type Report = Pick<Diagnostic, 'code' | 'message' | 'span'> & {
  hint?: string | undefined;
  fix?: Fix | undefined;
};

/** Turns the issues of a document's schema into diagnostics with a place, a hint and, where it is certain, a fix. */
export function schemaDiagnostics(document: FaultyDocument, issues: readonly Issue[]): Diagnostic[] {
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  // Unknown keys first: one that is meant for a missing key makes the complaint about that key needless.
  const ordered = [...withBranches(document, issues)].sort(
    (a, b) => Number(isUnknown(b)) - Number(isUnknown(a)),
  );
  for (const issue of ordered) {
    const where = placeKey(issue.path);
    // One place, one complaint: the first limit that fails says enough.
    if (!isUnknown(issue) && seen.has(where)) continue;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        seen.add(placeKey([...issue.path, meantBy(document, issue.path, key) ?? key]));
    } else seen.add(where);
    for (const { hint, fix, span, ...report } of reportsOf(document, issue)) {
      diagnostics.push({
        severity: 'error',
        file: document.file,
        ...report,
        span: { start: span.start, end: span.end },
        ...(hint === undefined ? {} : { hint }),
        ...(fix ? { fix } : {}),
      });
    }
  }
  return diagnostics;
}

const isUnknown = ({ code }: Issue): boolean => code === 'unrecognized_keys';
const placeKey = (path: Path): string => JSON.stringify(path.map(String));

/**
 * An issue that says only "no branch has this discriminator" hides everything else that is wrong. The branch that
 * fits the rest of the object best stands in, so that its other faults show too.
 */
function withBranches(document: FaultyDocument, issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length > 0) return [issue];
    const at = issue.path.slice(0, -1);
    const discriminator = String(issue.path.at(-1));
    const union = unionAt(document.kind.schema, at);
    const value = valueAt(document.value, at);
    if (!union || typeof value !== 'object' || value === null) return [issue];
    const attempts = union._zod.def.options.map((option) => {
      const words = [...(option._zod.propValues?.[discriminator] ?? [])];
      const result = (option as unknown as z.ZodType).safeParse({ ...value, [discriminator]: words[0] });
      return result.success ? [] : result.error.issues;
    });
    const best = attempts.reduce((a, b) => (b.length < a.length ? b : a), attempts[0] ?? []);
    return [
      issue,
      ...withBranches(
        document,
        best.map((found) => ({ ...found, path: [...at, ...found.path] })),
      ),
    ];
  });
}

function unionAt(schema: z.core.$ZodType, path: Path): z.core.$ZodUnion | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
      return unionAt(def.innerType, path);
    case 'array':
      return unionAt(def.element, path.slice(1));
    case 'union': {
      if (path.length === 0) return schema as z.core.$ZodUnion;
      for (const option of def.options) {
        const found = unionAt(option, path);
        if (found) return found;
      }
      return undefined;
    }
    case 'object': {
      const field = def.shape[String(path[0])];
      return field && unionAt(field, path.slice(1));
    }
    default:
      return undefined;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

function reportsOf(document: FaultyDocument, issue: Issue): Report[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(document, [...path, key]));
  const value = valueAt(document.value, path);
  if (value === undefined) return [missing(document, path)];
  const span = document.locator.at(path);
  const name = nameOf(path);
  const source = document.text.slice(span.start, span.end);
  switch (issue.code) {
    case 'invalid_type':
    case 'not_multiple_of':
      return [wrongType(document, path, value, span)];
    case 'invalid_value':
    case 'invalid_union':
      return [notInList(document, path, issue, value, span)];
    case 'invalid_format':
      return [
        {
          code: pckRules.form.code,
          span,
          message: `${name} ${quote(String(value))} does not have the form it needs`,
          hint: `write ${issue.message}`,
        },
      ];
    case 'too_small':
      if (issue.origin === 'string') {
        return [{ ...missing(document, path), span, message: `${name} is empty` }];
      }
      return [{ code: pckRules.range.code, span, ...limit(issue, name, value) }];
    case 'too_big':
      return [{ code: pckRules.range.code, span, ...limit(issue, name, value) }];
    default:
      return [
        {
          code: pckRules.type.code,
          span,
          message: `${name} ${quote(source)} does not fit`,
          hint: issue.message,
        },
      ];
  }
}

function unknownKey(document: FaultyDocument, path: Path): Report {
  const { locator, kind, file } = document;
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const span = locator.keyAt(path);
  const place = parent.length === 0 ? kind.title : nameOf(parent);
  const report = { code: pckRules.unknownKey.code, span, message: `${quote(key)} is not a key of ${place}` };
  const legal = keysAt(document, parent);
  const free = freeKeys(document, parent);
  const meant = meantBy(document, parent, key);
  if (meant) {
    const fix = {
      title: `rename to ${meant}`,
      edits: [{ file, span: { start: span.start, end: span.end }, newText: meant }],
    };
    return { ...report, hint: `did you mean "${meant}"?`, fix };
  }
  const home = homeOf(key, kind.shape, parent);
  if (home) return { ...report, hint: `"${key}" belongs ${home}` };
  if (legal.includes(key)) return { ...report, hint: 'remove it, it goes with another kind' };
  const near = closest(key, legal);
  if (near) return { ...report, hint: `"${near}" is there already, remove one of the two` };
  return {
    ...report,
    hint: free.length > 0 && free.length <= 8 ? `free keys here: ${free.join(', ')}` : 'remove it',
  };
}

/** The key that an unknown one was most likely meant to be, of those that are not there yet. */
function meantBy(document: FaultyDocument, parent: Path, key: string): string | undefined {
  return closest(key, freeKeys(document, parent));
}

function freeKeys(document: FaultyDocument, parent: Path): readonly string[] {
  return keysAt(document, parent).filter((name) => document.locator.pair([...parent, name]) === undefined);
}

/** The keys that the schema knows at a path; those of the author's branch when the place is a union. */
function keysAt({ kind, value }: FaultyDocument, path: Path): readonly string[] {
  const branch = branchKeys(kind.schema, value, path);
  if (branch) return branch;
  const shape = shapeAt(kind.shape, path);
  return shape?.kind === 'struct' ? [...shape.fields.keys()] : [];
}

function branchKeys(schema: z.core.$ZodType, value: unknown, path: Path): readonly string[] | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional') return branchKeys(def.innerType, value, path);
  if (def.type === 'union') {
    const chosen = def.options.find((option) => {
      const words = Object.entries(option._zod.propValues ?? {});
      return words.some(([key, allowed]) =>
        allowed.has((value as Record<string, never> | undefined)?.[key] as never),
      );
    });
    return chosen && branchKeys(chosen, value, path);
  }
  const [first, ...rest] = path;
  if (def.type === 'object') {
    if (first === undefined) return Object.keys(def.shape);
    const field = def.shape[String(first)];
    return field && branchKeys(field, (value as Record<PropertyKey, unknown> | undefined)?.[first], rest);
  }
  if (def.type === 'array' && first !== undefined) {
    return branchKeys(def.element, (value as readonly unknown[] | undefined)?.[Number(first)], rest);
  }
  return undefined;
}

function missing(document: FaultyDocument, path: Path): Report {
  const shape = shapeAt(document.kind.shape, path);
  const key = String(path.at(-1));
  const written = document.locator.pair(path);
  const place = written
    ? { span: emptyPair(document.text, written), before: undefined }
    : placeOf(document, path);
  const parent = path.slice(0, -1);
  const message = written
    ? `${nameOf(path)} is empty`
    : `${parent.length === 0 ? document.kind.title : nameOf(parent)} has no ${quote(key)}`;
  const example = `${key}: ${shape ? describeType(shape).example : '…'}`;
  const hint = written
    ? `write ${example}`
    : `add \`${example}\`${place.before ? ` before "${place.before}"` : ''}`;
  return { code: pckRules.missing.code, span: place.span, message, hint };
}

/** A key without a value, to the end of its line: there the value is missing. */
function emptyPair(text: string, { key, value }: YamlPair): Span {
  const from = Math.max(key.end, value.end);
  const blanks = /^[ \t]*/.exec(text.slice(from, from + 80))?.[0].length ?? 0;
  return { start: key.start, end: from + blanks };
}

function wrongType(document: FaultyDocument, path: Path, value: unknown, span: Span): Report {
  const name = nameOf(path);
  if (typeof value === 'number') {
    return {
      code: pckRules.range.code,
      span,
      message: `${name} ${value} is not a finite number`,
      hint: 'write a number',
    };
  }
  const shape: Shape = shapeAt(document.kind.shape, path) ?? { kind: 'any' };
  const expected = describeType(shape);
  const node = document.locator.node(path);
  const report = {
    code: pckRules.type.code,
    span: firstLineOf(document.text, node, span),
    message: `${name} is ${render(value, node)}, not ${expected.noun}`,
    hint: `write ${expected.advice}`,
  };
  if (shape.kind !== 'list' || node?.kind !== 'scalar' || typeof value !== 'string' || value === '')
    return report;
  const source = document.text.slice(span.start, span.end);
  if (source.includes('\n') || (node.style === 'plain' && /[,[\]{}]/.test(source))) return report;
  const edit = { file: document.file, span: { start: span.start, end: span.end }, newText: `[${source}]` };
  return { ...report, hint: `write a list: [${source}]`, fix: { title: 'make it a list', edits: [edit] } };
}

function notInList(document: FaultyDocument, path: Path, issue: Issue, value: unknown, span: Span): Report {
  const name = nameOf(path);
  const shape = shapeAt(document.kind.shape, path);
  const listed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const values = (listed.length > 0 ? listed : shape?.kind === 'text' ? shape.values : []).filter(
    (word) => word !== '',
  );
  const code = pckRules.choice.code;
  const edit = (newText: string): Fix => ({
    title: `replace with ${newText}`,
    edits: [{ file: document.file, span: { start: span.start, end: span.end }, newText }],
  });
  if (typeof value !== 'string' || shape?.kind !== 'text') {
    const only = values.length === 1 ? (values[0] as string) : undefined;
    return {
      code,
      span,
      message: `${name} is ${render(value, document.locator.node(path))}, not ${only ?? `one of ${values.join(', ')}`}`,
      hint: `write ${only ?? values.join(', ')}`,
      ...(only !== undefined && typeof value === 'number' ? { fix: edit(only) } : {}),
    };
  }
  if (value === '')
    return { ...missing(document, path), span, message: `${name} is empty`, hint: choice(values) };
  const meant = closest(value, values);
  return {
    code,
    span,
    message: `${name} ${quote(value)} is not one of its values`,
    hint: meant ? `did you mean "${meant}"?` : choice(values),
    ...(meant ? { fix: edit(meant) } : {}),
  };
}

const choice = (values: readonly string[]): string =>
  values.length <= 8 ? `write one of: ${values.join(', ')}` : 'see the reference for its values';

function limit(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, name: string, value: unknown) {
  const tooSmall = issue.code === 'too_small';
  const bound = Number(tooSmall ? issue.minimum : issue.maximum);
  const side = tooSmall ? 'at least' : 'at most';
  if (issue.origin === 'array' || issue.origin === 'string') {
    const count = (value as string | readonly unknown[]).length;
    const unit = issue.origin === 'array' ? (count === 1 ? 'entry' : 'entries') : 'characters';
    return {
      message: `${name} has ${count} ${unit}, ${tooSmall ? 'fewer than' : 'more than'} ${bound}`,
      hint: `give it ${side} ${bound}`,
    };
  }
  return {
    message: `${name} is ${value}, ${tooSmall ? 'below' : 'above'} ${bound}`,
    hint: `write ${side} ${bound}`,
  };
}

/** A place as an author would say it: `timeout`, `entry 2 of actions`. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the document';
  if (typeof last !== 'number') return `\`${String(last)}\``;
  return `entry ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}
