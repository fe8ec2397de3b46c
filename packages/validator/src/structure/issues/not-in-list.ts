import { closest, isSlipOf } from '@packwright/values';
import type { Span } from '../../source/span.ts';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { shapeAt } from '../shape.ts';
import { quote, render } from '../wording.ts';
import { type FaultyDocument, type Issue, nameOf, type Report, replacing } from './report.ts';

const MOST_LISTED = 8;

/** A value that is none of those its key takes. */
export function notInList(
  document: FaultyDocument,
  path: Path,
  issue: Issue,
  value: unknown,
  span: Span,
): Report {
  const name = nameOf(path);
  const values = valuesAt(document, path, issue);
  const { code } = pckRules.choice;
  if (typeof value !== 'string' || shapeAt(document.kind.shape, path)?.kind !== 'text') {
    const only = values.length === 1 ? (values[0] as string) : undefined;
    return {
      code,
      span,
      message: `${name} is ${render(value, document.locator.node(path))}, not ${only ?? `one of ${values.join(', ')}`}`,
      hint: `write ${only ?? 'one of them'}`,
      ...(only !== undefined && typeof value === 'number' ? { fix: replaceBy(document, span, only) } : {}),
    };
  }
  if (value === '') {
    return { code: pckRules.missing.code, span, message: `${name} is empty`, hint: choice(values) };
  }
  const meant = closest(value, values);
  return {
    code,
    span,
    message: `${name} ${quote(value)} is not one of its values`,
    hint: meant ? `did you mean "${meant}"?` : choice(values),
    // A word further off may be meant for another one, with other consequences.
    ...(meant && isSlipOf(value, meant) ? { fix: replaceBy(document, span, meant) } : {}),
  };
}

function valuesAt(document: FaultyDocument, path: Path, issue: Issue): readonly string[] {
  const shape = shapeAt(document.kind.shape, path);
  const listed = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const values = listed.length > 0 ? listed : shape?.kind === 'text' ? shape.values : [];
  return values.filter((word) => word !== '');
}

const replaceBy = (document: FaultyDocument, span: Span, newText: string) =>
  replacing(document, span, newText, `replace with ${newText}`);

const choice = (values: readonly string[]): string =>
  values.length <= MOST_LISTED ? `write one of: ${values.join(', ')}` : 'see the reference for its values';
