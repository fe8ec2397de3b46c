import { compilePattern, PatternTooCostly } from '@packwright/values';
import { quote } from '../../../structure/wording.ts';
import { trimWhiteSpace } from '../syntax/white-space.ts';
import { BOOL, LIST, STRING } from '../values/kind.ts';
import { textOf } from '../values/text-of.ts';
import { asList, asText, type BuiltIn, type Call, fail, parameter } from './built-in.ts';

const text = parameter('text', STRING);
const STEPS_OF_PATTERN = 64;

export const texts = {
  lower: {
    parameters: [text],
    returns: STRING,
    summary: 'The text in small letters.',
    run: ([input], call) => changed(input, call, (all) => all.toLowerCase()),
  },
  upper: {
    parameters: [text],
    returns: STRING,
    summary: 'The text in capital letters.',
    run: ([input], call) => changed(input, call, (all) => all.toUpperCase()),
  },
  trim: {
    parameters: [text],
    returns: STRING,
    summary: 'The text without white space at its ends.',
    run: ([input], call) => changed(input, call, trimWhiteSpace),
  },
  split: {
    parameters: [text, parameter('separator', STRING)],
    returns: LIST,
    summary: 'The parts of a text between separators.',
    run: ([input, separator], call) => split(asText(input), asText(separator), call),
  },
  join: {
    parameters: [parameter('list', LIST), parameter('separator', STRING)],
    returns: STRING,
    summary: 'The entries of a list as one text, with a separator between them.',
    run: ([list, separator], call) => join(asList(list), asText(separator), call),
  },
  replace: {
    parameters: [text, parameter('old', STRING), parameter('new', STRING)],
    returns: STRING,
    summary: 'The text with every occurrence of one part replaced by another.',
    run: ([input, old, replacement], call) =>
      join(split(asText(input), asText(old), call), asText(replacement), call),
  },
  starts_with: {
    parameters: [text, parameter('start', STRING)],
    returns: BOOL,
    summary: 'Whether a text begins with another.',
    run: ([input, start]) => asText(input).startsWith(asText(start)),
  },
  ends_with: {
    parameters: [text, parameter('end', STRING)],
    returns: BOOL,
    summary: 'Whether a text ends with another.',
    run: ([input, end]) => asText(input).endsWith(asText(end)),
  },
  match: {
    parameters: [parameter('pattern', STRING), text],
    returns: BOOL,
    summary: 'Whether a regular expression occurs in a text; the pattern comes first.',
    run: ([pattern, input], call) => matches(asText(pattern), asText(input), call),
  },
} satisfies Record<string, BuiltIn>;

function changed(input: unknown, { budget, at }: Call, change: (all: string) => string): string {
  const all = input as string;
  budget.spendOnText(all.length, at);
  return change(all);
}

/** An empty separator stands before every character and at both ends. */
function split(all: string, separator: string, { budget, at }: Call): readonly string[] {
  budget.spendOnText(all.length, at);
  if (separator === '') {
    budget.spend(all.length, at);
    return ['', ...all, ''];
  }
  const parts = all.split(separator);
  budget.spend(parts.length, at);
  return parts;
}

function join(list: readonly unknown[], separator: string, { budget, at }: Call): string {
  const items = list as Parameters<typeof textOf>[0][];
  budget.spendOnText(separator.length * items.length, at);
  return items.map((item) => textOf(item, budget, at)).join(separator);
}

function matches(pattern: string, input: string, call: Call): boolean {
  const compiled = compilePattern(pattern);
  if (!compiled.ok) return fail('pattern', `pattern ${quote(pattern)} ${compiled.reason}`, call);
  call.budget.spend(1 + (pattern.length * input.length) / STEPS_OF_PATTERN, call.at);
  try {
    return compiled.pattern.test(input);
  } catch (error) {
    if (!(error instanceof PatternTooCostly)) throw error;
    return fail('budget', 'the pattern takes too long on this text', call);
  }
}
