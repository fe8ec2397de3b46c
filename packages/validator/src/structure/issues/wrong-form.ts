import type { z } from 'zod';
import type { Span } from '../../source/span.ts';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { quote } from '../wording.ts';
import { type FaultyDocument, nameOf, type Report } from './report.ts';
import { schemasAt } from './schema-walk.ts';

const LONGEST_WORTH_A_GUESS = 64;

/** A text that does not have the form of its key; `form` says it in words. */
export function wrongForm(
  document: FaultyDocument,
  path: Path,
  text: string,
  form: string,
  span: Span,
): Report {
  const schemas = schemasAt(document.kind.schema, document.value, path);
  const fits = (candidate: string): boolean =>
    schemas.some((schema) => (schema as z.ZodType).safeParse(candidate).success);
  return {
    code: pckRules.form.code,
    span,
    message: `${nameOf(path)} ${quote(text)} does not have the form it needs`,
    hint: unitHint(text, fits) ?? nearHint(text, fits) ?? `write ${form}`,
  };
}

/** For a number where a length of time is asked for. */
function unitHint(text: string, fits: (candidate: string) => boolean): string | undefined {
  const [seconds, minutes, hours] = ['s', 'm', 'h'].map((unit) => text.trim() + unit) as [
    string,
    string,
    string,
  ];
  const takesUnits = /^[0-9.]+$/.test(text.trim()) && [seconds, minutes, hours].every(fits);
  return takesUnits ? `write a unit: ${seconds}, ${minutes} or ${hours}` : undefined;
}

function nearHint(text: string, fits: (candidate: string) => boolean): string | undefined {
  if (text.length > LONGEST_WORTH_A_GUESS) return undefined;
  for (const candidate of respelt(text)) {
    if (candidate !== text && fits(candidate)) return `did you mean "${candidate}"?`;
  }
  return undefined;
}

/** The author's text as fields of other forms would spell it, the most faithful first. */
function* respelt(text: string): Generator<string> {
  const whole = text.trim();
  const file = whole.slice(whole.lastIndexOf('/') + 1);
  const spellings = [whole, whole.toLowerCase(), file, file.toLowerCase()];
  yield* spellings;
  for (const spelling of spellings) {
    yield spelling.replace(/^v(?=[0-9])/i, '');
    yield joined(spelling, /[^A-Za-z0-9._-]+/g, '-');
    for (const joint of ['-', '_', '', '.']) yield joined(spelling, /[^A-Za-z0-9.]+/g, joint);
  }
}

function joined(text: string, foreign: RegExp, joint: string): string {
  return text.replace(foreign, joint).replace(/^[-_]+|[-_]+$/g, '');
}
