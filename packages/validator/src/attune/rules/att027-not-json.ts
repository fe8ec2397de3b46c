import type { LocatedDocument } from '../../structure/document.ts';
import { atValue, type Finding } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.12. */
export const att027: AttuneRule = {
  code: 'ATT027',
  name: 'not-json',
  severity: 'error',
  summary: 'A dashboard holds a value that JSON does not have.',
  why: 'Dashboards are stored as JSON, which has no infinity and no "not a number".',
  upstream: ['dashboard.invalid_yaml_value'],
  *check({ components }) {
    for (const { document, value } of components.dashboard) yield* notJson(document, value, []);
  },
};

function* notJson(document: LocatedDocument<unknown>, value: unknown, path: Path): Generator<Finding> {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    yield atValue(document, path, {
      message: `${document.text.slice(...spanOf(document, path))} is no number of JSON`,
      hint: 'write a number, or a text in quotes',
    });
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield* notJson(document, item, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function spanOf(document: LocatedDocument<unknown>, path: Path): [number, number] {
  const { start, end } = document.locator?.at(path) ?? { start: 0, end: 0 };
  return [start, end];
}
