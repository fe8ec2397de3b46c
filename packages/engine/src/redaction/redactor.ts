import { PatternTooCostly } from '@packwright/values';
import type { RedactionRule } from '../plan/redaction-rule.ts';
import type { RedactionCount } from '../run/run-result.ts';
import { builtInMasks } from './built-in-masks.ts';
import { literalMask } from './literal-mask.ts';
import type { Mask } from './mask.ts';
import { ruleMask } from './rule-mask.ts';

/** All that is masked in the output of one run. */
export interface Redactor {
  /** The masks in their order; each sees what the one before it left. */
  readonly masks: readonly Mask[];
  readonly secrets: readonly string[];
  apply(text: string): Redacted;
}

export interface Redacted {
  readonly text: string;
  readonly counts: readonly RedactionCount[];
}

/** The secrets of the run first, then the rules of its action, then the built-in ones and those of the operator. */
export function redactorOf(
  secrets: readonly string[],
  action: readonly RedactionRule[],
  operator: readonly RedactionRule[],
): Redactor {
  const masks = [
    ...(secrets.length > 0 ? [literalMask('sensitive-values', secrets, '[REDACTED]')] : []),
    ...firstOfName(action.map(ruleMask)),
    ...firstOfName([...builtInMasks, ...operator.map(ruleMask)]),
  ];
  return { masks, secrets, apply: (text) => applyAll(masks, text) };
}

const builtIn = redactorOf([], [], []);

/** A text of our own, such as a line of a log, with everything masked that the built-in rules know. */
export const redactText = (text: string): string => builtIn.apply(text).text;

/** What takes too long to be masked is not shown at all. */
function applyAll(masks: readonly Mask[], whole: string): Redacted {
  try {
    return applyEach(masks, whole);
  } catch (error) {
    if (error instanceof PatternTooCostly) return { text: '[REDACTED]', counts: [] };
    throw error;
  }
}

function applyEach(masks: readonly Mask[], whole: string): Redacted {
  const counts: RedactionCount[] = [];
  let text = whole;
  for (const mask of masks) {
    const masked = mask.apply(text);
    text = masked.text;
    if (masked.count > 0) counts.push({ name: mask.name, type: mask.type, count: masked.count });
  }
  return { text, counts };
}

function firstOfName(masks: readonly Mask[]): readonly Mask[] {
  return masks.filter(({ name }, at) => masks.findIndex((mask) => mask.name === name) === at);
}
