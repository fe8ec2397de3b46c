import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { limited } from '../diagnostics/limited.ts';
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
import { shapeAt } from './shape.ts';
import { quote } from './wording.ts';

/** Turns the issues of a document's schema into diagnostics with a place, a hint and, where it is certain, a fix. */
export function schemaDiagnostics(document: FaultyDocument, issues: readonly Issue[]): Diagnostic[] {
  const { file } = document;
  return limited(reportsOf(document, issues), ({ hint, fix, span, ...report }) => ({
    severity: 'error',
    file,
    ...report,
    span: { start: span.start, end: span.end },
    ...(hint === undefined ? {} : { hint }),
    ...(fix ? { fix } : {}),
  }));
}

function* reportsOf(document: FaultyDocument, issues: readonly Issue[]): Generator<Report> {
  const seen = new Set<string>();
  // Unknown keys first: one that is meant for a missing key makes the complaint about that key needless.
  const ordered = [...withBranches(document, issues)].sort(
    (a, b) => Number(isUnknown(b)) - Number(isUnknown(a)),
  );
  for (const issue of ordered) {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        seen.add(placeKey([...path, meantBy(document, path, key) ?? key]));
        yield unknownKey(document, [...path, key]);
      }
      continue;
    }
    // One place, one complaint: the first limit that fails says enough.
    const where = placeKey(path);
    if (seen.has(where)) continue;
    seen.add(where);
    const value = valueAt(document.value, path);
    const isMissing = value === undefined || (value === null && isRequired(document, path));
    yield isMissing ? missing(document, path) : reportOf(document, issue, value);
  }
}

function isRequired({ kind }: FaultyDocument, path: Path): boolean {
  const parent = shapeAt(kind.shape, path.slice(0, -1));
  return parent?.kind === 'struct' && parent.fields.get(String(path.at(-1)))?.required === true;
}

const isUnknown = ({ code }: Issue): boolean => code === 'unrecognized_keys';
const placeKey = (path: Path): string => JSON.stringify(path.map(String));

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
    case 'invalid_key':
      return wrongForm(
        document,
        path,
        String(path.at(-1)),
        issue.issues[0]?.message ?? issue.message,
        document.locator.keyAt(path),
      );
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
