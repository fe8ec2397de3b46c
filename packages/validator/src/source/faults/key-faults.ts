import type { Token } from '../scanning/token.ts';
import { type FaultFound, syntaxFault } from '../yaml-fault.ts';
import { deeperAfterValue, slippedLine, tabInIndentation } from './indentation-faults.ts';
import { runawayQuote } from './quote-faults.ts';
import { quotableItem, quotableRest } from './quoting.ts';
import { excerpt, indentationAt, lineEndAt, lineStartAt, spansLines, withIndentation } from './text-lines.ts';

/** What is wrong where a `:` finds no key: `value` is what stands before it, in a block at `column`. */
export function colonWithoutKey(
  text: string,
  colon: number,
  value: Token | undefined,
  column: number,
): FaultFound {
  if (value === undefined || value.kind !== 'scalar')
    return syntaxFault(colon, colon + 1, 'no key stands before ":"');
  const runaway = runawayQuote(text, value);
  if (runaway) return runaway;
  if (spansLines(text, value.start, colon)) {
    if (isBrokenKey(text, value.start, colon)) return brokenKey(text, value);
    const isSlip = column >= 0 && indentationAt(text, colon) - column < 2;
    return isSlip ? slippedLine(text, colon, colon + 1, column) : deeperAfterValue(text, value, colon + 1);
  }
  if (colon - value.start > 1024)
    return syntaxFault(value.start, colon + 1, 'a key has more than 1,024 characters');
  const { end, hint } = quotableRest(text, value.start);
  return syntaxFault(
    colon,
    colon + 1,
    `the value ${excerpt(text, value.start, end)} holds a ":" that reads as a key`,
    { hint },
  );
}

/** Something stands where only a key may, and no `:` follows it. */
export function keyWithoutColon(text: string, key: Token): FaultFound {
  return runawayQuote(text, key) ?? brokenKey(text, key);
}

/** Whether a text that runs on to a `:` in a further line begins where a key would, as that line does. */
function isBrokenKey(text: string, start: number, colon: number): boolean {
  const column = start - lineStartAt(text, start);
  const lead = text.slice(start - column, start);
  const next = text.slice(lineStartAt(text, colon), colon);
  return /^ *(- +)*$/.test(lead) && /^ *[\w.-]+$/.test(next) && indentationAt(text, colon) === column;
}

function brokenKey(text: string, key: { start: number; end: number }): FaultFound {
  const start = withIndentation(text, key.start);
  const end = Math.max(Math.min(key.end, lineEndAt(text, key.start)), key.start + 1);
  const joined = /^([A-Za-z_][\w.-]*:)(?!\/\/)\S/.exec(text.slice(key.start, end))?.[1];
  if (joined === undefined) {
    const hint = 'write it as "key: value", or put ">" behind the key above to begin a text of several lines';
    return syntaxFault(start, end, `no ":" follows ${excerpt(text, key.start, end)}`, { hint });
  }
  const colonEnd = key.start + joined.length;
  const fix = { title: 'put a blank behind ":"', span: { start: colonEnd, end: colonEnd }, newText: ' ' };
  return syntaxFault(start, end, `no blank follows the ":" in ${excerpt(text, key.start, end)}`, {
    hint: `write "${joined} …"`,
    ...(/\w/.test(text.charAt(colonEnd)) ? { fix } : {}),
  });
}

/** A value begins with a character that none begins with, or only outside of brackets. */
export function strangeStart(text: string, start: number, where: 'block' | 'flow'): FaultFound {
  const first = text.charAt(start);
  if (first === '\t') return tabInIndentation(text, start);
  const { hint, fix } = where === 'flow' ? quotableItem(text, start) : quotableRest(text, start);
  const subject = where === 'flow' ? 'a value within brackets' : 'a value';
  return syntaxFault(start, start + 1, `${subject} cannot begin with "${first}"`, {
    hint,
    ...(fix ? { fix } : {}),
  });
}

/** `&` or `*` without a name behind it. */
export function namelessReference(
  text: string,
  start: number,
  end: number,
  where: 'block' | 'flow',
): FaultFound {
  const first = text.charAt(start);
  const what = first === '*' ? 'an alias' : 'an anchor';
  const { hint, fix } = where === 'flow' ? quotableItem(text, start) : quotableRest(text, start);
  const help = { hint, ...(fix && end === start + 1 ? { fix } : {}) };
  return syntaxFault(
    start,
    end + 1,
    `a value that begins with "${first}" is ${what}, and this names none`,
    help,
  );
}

/** `- ` or `? ` stands behind something else on its line. */
export function strangeIndicator(start: number, what: 'a list item' | 'a "?" key'): FaultFound {
  const hint =
    what === 'a list item' ? 'begin the list on a line of its own, or quote the value' : 'quote the value';
  return syntaxFault(start, start + 1, `${what} cannot begin here`, { hint });
}
