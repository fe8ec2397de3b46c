import type { Span } from '../../source/span.ts';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { render } from '../wording.ts';
import { type FaultyDocument, type Issue, nameOf, type Report } from './report.ts';

/** A number, a length or a count outside its limits. */
export function outOfRange(
  document: FaultyDocument,
  path: Path,
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  value: unknown,
  span: Span,
): Report {
  const tooSmall = issue.code === 'too_small';
  const bound = Number(tooSmall ? issue.minimum : issue.maximum);
  const { code } = pckRules.range;
  const name = nameOf(path);
  const side = tooSmall ? 'at least' : 'at most';
  const length = lengthOf(value);
  if (length === undefined) {
    const shown = render(value, document.locator.node(path));
    const message = `${name} is ${shown}, ${tooSmall ? 'below' : 'above'} ${bound}`;
    return { code, span, message, hint: `write ${side} ${bound}` };
  }
  const unit = Array.isArray(value) ? (bound === 1 ? 'entry' : 'entries') : 'characters';
  const message =
    length === 0
      ? `${name} is empty`
      : `${name} has ${length} ${unit}, ${tooSmall ? 'fewer' : 'more'} than ${bound}`;
  const isLongList = Array.isArray(value) && !tooSmall;
  return {
    code,
    // The first entry that is one too many.
    span: isLongList ? document.locator.at([...path, bound]) : span,
    message,
    hint: `give it ${side} ${bound}${tooSmall ? ` ${unit}` : ''}`,
  };
}

function lengthOf(value: unknown): number | undefined {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}
