import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

interface Switch {
  readonly type: 'boolean';
  readonly describe: string;
}

interface Valued {
  readonly type: 'string';
  readonly describe: string;
  /** What stands for the value in help, such as `DIR`. */
  readonly value: string;
  readonly choices?: readonly string[];
  /** Whether it may stand several times; its values are then a list. */
  readonly many?: true;
  /** One letter that stands for the name, after one dash. */
  readonly short?: string;
}

/** The flags of a command, by their long name. */
export type Flags = Readonly<Record<string, Switch | Valued>>;

/** What the flags were set to. */
export type FlagValues<F extends Flags> = {
  readonly [Name in keyof F]: F[Name] extends Switch
    ? boolean
    : F[Name] extends { readonly many: true }
      ? readonly string[]
      : F[Name] extends { readonly choices: readonly (infer Choice)[] }
        ? Choice | undefined
        : string | undefined;
};

export interface ParsedLine<F extends Flags> {
  readonly help: boolean;
  readonly flags: FlagValues<F>;
  readonly operands: readonly string[];
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** Reads a command line. Throws a `UsageError` for a flag that is unknown, lacks its value or has a value too many. */
export function parseLine<F extends Flags>(args: readonly string[], flags: F): ParsedLine<F> {
  const options = { ...Object.fromEntries(Object.entries(flags).map(optionOf)), ...HELP };
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean | readonly string[]> = unset(flags);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const value = readValue(token, flags);
    const before = values[token.name];
    values[token.name] = Array.isArray(before) ? [...before, value] : value;
  }
  return {
    help: values.help === true,
    flags: values as FlagValues<F>,
    operands: positionals,
  };
}

function optionOf([name, flag]: [string, Switch | Valued]) {
  const short = flag.type === 'string' ? flag.short : undefined;
  return [name, { type: flag.type, ...(short !== undefined && { short }) }] as const;
}

/** What flags are that nobody sets: false, no values, or left out. */
function unset(flags: Flags): Record<string, string | boolean | readonly string[]> {
  const values: Record<string, boolean | readonly string[]> = {};
  for (const [name, flag] of Object.entries(flags)) {
    if (flag.type === 'boolean') values[name] = false;
    else if (flag.many) values[name] = [];
  }
  return values;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readValue({ name, rawName, value, inlineValue }: OptionToken, flags: Flags): string | boolean {
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (!flag && name !== 'help') throw unknownFlag(rawName, flags);
  if (flag?.type !== 'string') {
    if (value !== undefined) throw new UsageError(`"${rawName}" takes no value`);
    return true;
  }
  const expected = flag.choices ? `one of ${flag.choices.join(', ')}` : flag.value;
  if (value === undefined || (!inlineValue && value.startsWith('-') && value !== '-')) {
    const choices = flag.choices ? `, ${expected}` : '';
    throw new UsageError(`"${rawName}" lacks its value`, `write ${rawName}=${flag.value}${choices}`);
  }
  if (flag.choices && !flag.choices.includes(value)) {
    throw new UsageError(`"${value}" is no value of "${rawName}"`, `it takes ${expected}`, {
      word: value,
      among: flag.choices,
    });
  }
  return value;
}

function unknownFlag(rawName: string, flags: Flags): UsageError {
  const among = [...Object.keys(flags), 'help'].map((name) => `--${name}`);
  return new UsageError(`unknown option "${rawName}"`, '--help lists the options', { word: rawName, among });
}
