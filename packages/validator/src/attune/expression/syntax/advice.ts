// What authors bring along from other languages, and what to write instead.

/** By the characters at the place; longer ones first. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['&&', 'write "and"'],
  ['!', 'write "not"'],
  ['=~', 'write match(pattern, text)'],
  ['=>', "there are no functions of one's own"],
  ['=', 'write "==" to compare; arguments have no names'],
  ['?', 'there is no "?"; put the condition into `when`'],
  ['{{', 'one pair of braces holds one expression'],
  ['}}', 'one pair of braces holds one expression'],
  ['{', 'objects cannot be written here; put a mapping into the YAML'],
  [':', 'write slice(list, from, to) for a part of a list'],
  ['~', 'write "+" to join texts'],
  ['`', 'quote texts with \' or "'],
  ['“', 'quote texts with \' or "'],
  ['”', 'quote texts with \' or "'],
  ['‘', 'quote texts with \' or "'],
  ['’', 'quote texts with \' or "'],
];

/** The sign of another language that stands here, and what to write in its place. */
export function foreignSign(text: string, at: number): readonly [sign: string, hint: string] | undefined {
  return SIGNS.find(([sign]) => text.startsWith(sign, at));
}

/** By the word at which reading stopped. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['not', 'write: not (a in b)'],
  ['if', 'there is no "if"; put the condition into `when`'],
  ['is', 'write "==" to compare, or "name" in object to ask for presence'],
  ['matches', 'write match(pattern, text)'],
  ['contains', 'write contains(whole, part), or part in whole'],
  ['for', 'there are no loops; use `with_items`'],
  ['xor', 'write a != b'],
  ['AND', 'write "and"'],
  ['OR', 'write "or"'],
  ['IN', 'write "in"'],
  ['div', 'write "/"'],
  ['mod', 'write "%"'],
]);

/** What to write where an expression cannot go on: the token `text.slice(start, end)` has no place there. */
export function adviceOnToken(text: string, start: number, end: number): string | undefined {
  const word = text.slice(start, end);
  const pair = text.slice(Math.max(0, start - 1), end);
  if (pair === '**') return 'there are no powers; let an action compute them';
  if (pair === '//') return 'write floor(a / b)';
  if (pair === '<>') return 'write "!="';
  if (/^[0-9][eE]/.test(pair)) return 'write the number without an exponent';
  if (word.startsWith('"') || word.startsWith("'")) return 'write "+" to join texts';
  return WORDS.get(word);
}

/** By the name of a function that is none. */
const FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['len', 'write length(…)'],
  ['size', 'write length(…)'],
  ['str', 'write string(…)'],
  ['to_string', 'write string(…)'],
  ['tojson', 'write string(…)'],
  ['to_json', 'write string(…)'],
  ['json', 'write string(…)'],
  ['float', 'write number(…)'],
  ['boolean', 'write bool(…)'],
  ['lowercase', 'write lower(…)'],
  ['uppercase', 'write upper(…)'],
  ['startswith', 'write starts_with(…)'],
  ['endswith', 'write ends_with(…)'],
  ['concat', 'write "+"'],
  ['regex_match', 'write match(pattern, text)'],
  ['reverse', 'write reversed(…)'],
  ['flatten', 'write flat(…)'],
  ['first', 'write list[0]'],
  ['last', 'write list[-1]'],
  ['get', 'write object["name"]'],
  ['has', 'write "name" in object'],
  ['defined', 'write "name" in object'],
  ['default', 'there are no defaults; ask with "name" in object first'],
  ['coalesce', 'there are no defaults; ask with "name" in object first'],
  ['completed', 'leave the condition out: a transition without one is always taken'],
  ['ctx', 'write workflow.name or parameters.name'],
  ['st2kv', 'write keystore["name"]'],
  ['now', 'expressions know no time; let an action give it'],
  ['today', 'expressions know no time; let an action give it'],
  ['uuid', 'expressions make no ids; let an action give one'],
  ['random', 'expressions draw no numbers; let an action give one'],
  ['map', 'expressions do nothing per entry; use `with_items`, or let an action do it'],
  ['select', 'expressions do nothing per entry; use `with_items`, or let an action do it'],
  ['filter', 'expressions do nothing per entry; use `with_items`, or let an action do it'],
  ['list', 'leave it out: lists are lists already'],
]);

/** What to write in place of a function of other languages. */
export const adviceOnFunction = (name: string): string | undefined => FUNCTIONS.get(name);
