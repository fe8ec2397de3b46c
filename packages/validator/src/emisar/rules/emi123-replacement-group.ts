import { spanWithin } from '../../structure/span-within.ts';
import { quote } from '../arguments/quote.ts';
import { groupsOf } from '../replacement-groups.ts';
import type { EmisarRule } from '../rule.ts';

const MOST_CHARACTERS = 4096;
/** `$1`, `$name`, `${name}`, `$$`, and `\1`, which is no reference here. */
const REFERENCE = /\$\$|\$(?:\{([A-Za-z_0-9]+)\}|([A-Za-z_0-9]+))|\\([0-9])/g;

/** specs/emisar 7.8. */
export const emi123: EmisarRule = {
  code: 'EMI123',
  name: 'replacement-group',
  severity: 'warning',
  summary: 'A replacement refers to a group that the pattern does not have.',
  why: 'It is filled in with nothing, or stands there as it is written: `$1x` is the group "1x", and `\\1` is just text.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [index, rule] of (action.output.redact ?? []).entries()) {
        if (
          rule.type !== 'regex' ||
          !rule.replacement ||
          rule.pattern.length > MOST_CHARACTERS ||
          !/[$\\]/.test(rule.replacement)
        )
          continue;
        const { count, names } = groupsOf(rule.pattern);
        for (const found of rule.replacement.matchAll(REFERENCE)) {
          const [text, braced, bare, slashed] = found;
          const group = braced ?? bare;
          if (group === undefined && slashed === undefined) continue;
          if (group !== undefined && (names.has(group) || (/^[0-9]+$/.test(group) && Number(group) <= count)))
            continue;
          const { message, hint } =
            slashed === undefined ? missing(text, group ?? '', count) : literal(text, slashed);
          const path = ['output', 'redact', index, 'replacement'];
          const span = spanWithin(document, path, found.index, found.index + text.length);
          yield { file: document.file, span, message, hint };
        }
      }
    }
  },
};

function missing(text: string, group: string, count: number): { message: string; hint: string } {
  const [, digits, rest] = /^([0-9]+)(\D.*)$/.exec(group) ?? [];
  const message = `the pattern has no group ${quote(group)}, so ${quote(text)} becomes nothing`;
  if (digits !== undefined && Number(digits) <= count) return { message, hint: `write \${${digits}}${rest}` };
  return { message, hint: 'put the part that is to stay into a group, or write $$ for a dollar sign' };
}

function literal(text: string, digit: string): { message: string; hint: string } {
  return { message: `${quote(text)} is no reference here and stays as it is`, hint: `write $${digit}` };
}
