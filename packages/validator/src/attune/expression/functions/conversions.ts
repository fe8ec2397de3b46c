import { quote } from '../../../structure/wording.ts';
import { type ExpressionValue, isTruthy } from '../values/expression-value.ts';
import { finiteOrNull, isInt64, toInt64Clamped } from '../values/int64.ts';
import { ANY, BOOL, INT, NUMBER, STRING, typeName } from '../values/kind.ts';
import { textOf } from '../values/text-of.ts';
import { type BuiltIn, type Call, fail, given, parameter } from './built-in.ts';

const FLOAT_TEXT = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const NO_NUMBER_TEXT = /^[+-]?(?:inf|infinity|nan)$/i;
const INTEGER_TEXT = /^[+-]?[0-9]+$/;
const value = [parameter('value', ANY)];
const convertible = [parameter('value', BOOL | NUMBER | STRING)];

export const conversions = {
  string: {
    parameters: value,
    returns: STRING,
    summary: 'The value as text; lists and objects as compact JSON.',
    run: ([input], { budget, at }) => textOf(given(input), budget, at),
  },
  number: {
    parameters: convertible,
    returns: NUMBER,
    summary: 'The value as a number; a text is read as one with a fraction part.',
    run: ([input], call) => toNumber(given(input), call),
  },
  int: {
    parameters: convertible,
    returns: INT,
    summary: 'The value as a whole number; a fraction part is cut off.',
    run: ([input], call) => toInteger(given(input), call),
  },
  bool: {
    parameters: value,
    returns: BOOL,
    summary: 'False for null, false, zero and whatever is empty; true for all else.',
    run: ([input]) => isTruthy(given(input)),
  },
  type_of: {
    parameters: value,
    returns: STRING,
    summary: 'null, bool, number, string, array or object.',
    run: ([input]) => typeName(given(input)),
  },
} satisfies Record<string, BuiltIn>;

function toNumber(input: ExpressionValue, call: Call): ExpressionValue {
  if (typeof input === 'boolean') return input ? 1 : 0;
  return typeof input === 'string' ? finiteOrNull(readFloat(input, call)) : input;
}

function toInteger(input: ExpressionValue, call: Call): ExpressionValue {
  if (typeof input === 'boolean') return input ? 1n : 0n;
  if (typeof input === 'bigint') return isInt64(input) ? input : toInt64Clamped(Number(input));
  if (typeof input === 'number') return toInt64Clamped(input);
  const text = String(input);
  if (text.length <= 40 && INTEGER_TEXT.test(text)) {
    const whole = BigInt(text.replace('+', ''));
    if (isInt64(whole)) return whole;
  }
  return toInt64Clamped(readFloat(text, call));
}

/** Texts are read as Rust reads them: no white space around, and `inf` and `nan` are numbers. */
function readFloat(text: string, call: Call): number {
  call.budget.spendOnText(text.length, call.at);
  if (FLOAT_TEXT.test(text)) return Number(text);
  if (!NO_NUMBER_TEXT.test(text)) fail('type', `${quote(text)} is no number`, call);
  if (/nan$/i.test(text)) return Number.NaN;
  return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
