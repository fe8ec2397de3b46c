import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withBranches } from './issues/branches.ts';
import { meantBy } from './issues/keys.ts';
import { empty, missing } from './issues/missing-key.ts';
import { notInList } from './issues/not-in-list.ts';
import { outOfRange } from './issues/out-of-range.ts';
import { type FaultyDocument, type Issue, nameOf, type Report, sourceOf, valueAt } from './issues/report.ts';
import { unknownKey } from './issues/unknown-key.ts';
import { wrongForm } from './issues/wrong-form.ts';
import { wrongType } from './issues/wrong-type.ts';
import type { Path } from './locator.ts';
import { pckRules } from './pck-rules.ts';
import { quote } from './wording.ts';

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

function reportsOf(document: FaultyDocument, issue: Issue): Report[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownKey(document, [...path, key]));
  const value = valueAt(document.value, path);
  if (value === undefined) return [missing(document, path)];
  return [reportOf(document, issue, value)];
}

function reportOf(
  document: FaultyDocument,
  issue: Exclude<Issue, { keys: unknown }>,
  value: unknown,
): Report {
  const { path } = issue;
  const span = document.locator.at(path);
  switch (issue.code) {
    case 'invalid_type':
    case 'not_multiple_of':
      return wrongType(document, path, value, span);
    case 'invalid_value':
    case 'invalid_union':
      return notInList(document, path, issue, value, span);
    case 'invalid_format':
      return wrongForm(document, path, String(value), issue.message, span);
    case 'too_small':
      return value === '' ? empty(document, path, span) : outOfRange(document, path, issue, value, span);
    case 'too_big':
      return outOfRange(document, path, issue, value, span);
    default: {
      const message = `${nameOf(path)} ${quote(sourceOf(document, span))} does not fit`;
      return { code: pckRules.type.code, span, message, hint: issue.message };
    }
  }
}
