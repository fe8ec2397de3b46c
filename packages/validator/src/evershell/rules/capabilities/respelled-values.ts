import { plain } from '../../../source/span.ts';
import { spanAt, spellingAt } from '../../../structure/document.ts';
import type { Finding } from '../../../structure/finding.ts';
import type { Path } from '../../../structure/locator.ts';
import type { CapabilityRule, LocatedCapabilities } from './capability-rule.ts';

/** Values that are sent as text, and were written as something that YAML reads otherwise. */
export const respelledValues: CapabilityRule = {
  code: 'EVS240',
  severity: 'warning',
  restsOn: [],
  name: 'respelled-value',
  summary: 'A transform sends a number, true or false in another spelling than the one that is written.',
  why: 'YAML reads 1.10 as the number 1.1, so that another version than the one that is meant would be asked for.',
  checkList,
  check: ({ manifest, capabilities }) =>
    checkList({ document: manifest, at: ['capabilities'], compiled: capabilities }),
};

function* checkList({ document, at }: LocatedCapabilities): Generator<Finding> {
  const { file } = document;
  for (const [path, value] of sentAsText(valueAt(document.value, at), at)) {
    const written = spellingAt(document, path);
    if (written === undefined || !/^(?:number|boolean)$/.test(typeof value) || String(value) === written)
      continue;
    const span = plain(spanAt(document, path));
    const newText = JSON.stringify(written);
    const fix = { title: 'put it in quotes', edits: [{ file, span, newText }] };
    yield { file, span, message: `${written} is sent as ${value}`, hint: `write ${newText}`, fix };
  }
}

/** The values of headers, of query parameters and of the path, with where they stand. */
function* sentAsText(list: unknown, at: Path): Generator<readonly [Path, unknown]> {
  for (const [transform, path] of transformsOf(list, at)) {
    for (const kind of ['headers', 'query']) {
      for (const group of ['set', 'add']) {
        const values = valueAt(transform, [kind, group]);
        for (const [name, value] of membersOf(values)) yield [[...path, kind, group, name], value];
      }
    }
    yield [[...path, 'path', 'replace'], valueAt(transform, ['path', 'replace'])];
  }
}

function* transformsOf(list: unknown, at: Path): Generator<readonly [unknown, Path]> {
  for (const [index, capability] of itemsOf(list))
    for (const [position, transform] of itemsOf(valueAt(capability, ['transforms'])))
      yield [transform, [...at, index, 'transforms', position]];
}

const itemsOf = (value: unknown) => (Array.isArray(value) ? value.entries() : []);

const membersOf = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (each, key) => (each as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );
