import { compileReplacer } from '@packwright/values';
import type { RedactionRule } from '../plan/redaction-rule.ts';
import { literalMask } from './literal-mask.ts';
import type { Mask } from './mask.ts';

/** A rule of a pack or an operator, ready to be applied. Throws for a pattern that no loader accepts. */
export function ruleMask(rule: RedactionRule): Mask {
  const { name, replacement } = rule;
  if (rule.type === 'literal') return literalMask(name, [rule.literal], replacement);
  const apply = compileReplacer(rule.pattern, replacement);
  if (!apply) throw new Error(`the redaction rule "${name}" has a pattern that does not compile`);
  return { name, type: 'regex', apply, isWithinLine: isWithinLine(rule.pattern) };
}

/**
 * Only what is plainly so counts: a negated class, `\s` and flags may let a match reach over a line, and an anchor
 * makes it depend on where the text begins and ends.
 */
function isWithinLine(pattern: string): boolean {
  return !/\[\^|\\[sSDWBbAzpPxQnrvfC0-7]|\(\?[a-zA-Z^]*[a-zA-Z]|\[:|[\^$\n]/.test(pattern);
}
