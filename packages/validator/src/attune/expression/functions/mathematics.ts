import { compareUtf8 } from '@packwright/values';
import { checkedInteger } from '../evaluation/arithmetic.ts';
import type { ExpressionValue } from '../values/expression-value.ts';
import { finiteOrNull, isInt64, toInt64Clamped } from '../values/int64.ts';
import { FLOAT, INT, kindOf, LIST, NUMBER, STRING } from '../values/kind.ts';
import { asList, type BuiltIn, type Call, fail, given, parameter } from './built-in.ts';

const number = [parameter('number', NUMBER)];
const two = [parameter('first', NUMBER | STRING), parameter('second', NUMBER | STRING)];

export const mathematics = {
  abs: {
    parameters: number,
    returns: NUMBER,
    summary: 'The number without its sign.',
    run: ([input], { at }) => {
      if (typeof input !== 'bigint' || !isInt64(input)) return Math.abs(Number(input));
      return checkedInteger(input < 0n ? -input : input, at);
    },
  },
  floor: {
    parameters: number,
    returns: INT,
    summary: 'The next whole number downwards.',
    run: ([input]) => toWhole(input, Math.floor),
  },
  ceil: {
    parameters: number,
    returns: INT,
    summary: 'The next whole number upwards.',
    run: ([input]) => toWhole(input, Math.ceil),
  },
  round: {
    parameters: number,
    returns: INT,
    summary: 'The nearest whole number; halves go away from zero.',
    run: ([input]) => toWhole(input, roundHalfAway),
  },
  min: {
    parameters: two,
    returns: NUMBER | STRING,
    summary: 'The smaller of two numbers or two texts.',
    run: (inputs, call) => pick('min', inputs, call, (order) => order <= 0),
  },
  max: {
    parameters: two,
    returns: NUMBER | STRING,
    summary: 'The larger of two numbers or two texts.',
    run: (inputs, call) => pick('max', inputs, call, (order) => order >= 0),
  },
  sum: {
    parameters: [parameter('list', LIST)],
    returns: NUMBER,
    summary: 'The sum of a list of numbers.',
    run: ([list], call) => sum(asList(list), call),
  },
} satisfies Record<string, BuiltIn>;

function toWhole(input: ExpressionValue | undefined, round: (value: number) => number): ExpressionValue {
  return typeof input === 'bigint' && isInt64(input) ? input : toInt64Clamped(round(Number(input)));
}

function roundHalfAway(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

function pick(
  name: string,
  [first, second]: readonly ExpressionValue[],
  call: Call,
  takesFirst: (order: number) => boolean,
): ExpressionValue {
  if (typeof first === 'string' && typeof second === 'string') {
    return takesFirst(compareUtf8(first, second)) ? first : second;
  }
  if (typeof first === 'string' || typeof second === 'string') {
    return fail('type', `${name}() compares two numbers or two texts, not one of each`, call);
  }
  const order = Number(first) - Number(second);
  if (kindOf(given(first)) === INT && kindOf(given(second)) === INT) {
    const exact = (first as bigint) < (second as bigint) ? -1 : 1;
    return takesFirst(exact) ? given(first) : given(second);
  }
  return Number(takesFirst(order) ? first : second);
}

function sum(list: readonly ExpressionValue[], call: Call): ExpressionValue {
  call.budget.spend(list.length, call.at);
  let whole = 0n;
  let fractional = 0;
  let kinds = INT;
  for (const item of list) {
    const kind = kindOf(item);
    if ((kind & NUMBER) === 0) fail('type', 'sum() takes a list of numbers', call);
    kinds |= kind;
    fractional += Number(item);
    if (kind === INT) whole = checkedInteger(whole + (item as bigint), call.at);
  }
  return (kinds & FLOAT) === 0 ? whole : finiteOrNull(fractional);
}
