import { compareUtf8, utf8Length } from '@packwright/values';
import { isIn } from '../evaluation/membership.ts';
import { isEqual } from '../values/equal.ts';
import { type ExpressionValue, isList } from '../values/expression-value.ts';
import { ANY, BOOL, INT, kindOf, LIST, NULL, NUMBER, OBJECT, STRING } from '../values/kind.ts';
import { sortedKeys } from '../values/text-of.ts';
import {
  asInteger,
  asList,
  asObject,
  asText,
  type BuiltIn,
  type Call,
  fail,
  given,
  parameter,
} from './built-in.ts';

const list = parameter('list', LIST);
const object = parameter('object', OBJECT);
const series = parameter('whole', LIST | STRING);
const part = parameter('part', ANY);

export const collections = {
  length: {
    parameters: [parameter('whole', STRING | LIST | OBJECT)],
    returns: INT,
    summary: 'The number of entries; of a text, its length in UTF-8 bytes.',
    run: ([whole]) => BigInt(lengthOf(given(whole))),
  },
  keys: {
    parameters: [object],
    returns: LIST,
    summary: 'The keys of an object, sorted.',
    run: ([from], { budget, at }) => {
      budget.spend(asObject(from).size, at);
      return sortedKeys(asObject(from));
    },
  },
  values: {
    parameters: [object],
    returns: LIST,
    summary: 'The values of an object, in the order of the sorted keys.',
    run: ([from], { budget, at }) => {
      budget.spend(asObject(from).size, at);
      return sortedKeys(asObject(from)).map((key) => given(asObject(from).get(key)));
    },
  },
  contains: {
    parameters: [parameter('whole', LIST | OBJECT | STRING), part],
    returns: BOOL,
    summary: 'Whether a list has an entry, an object a key, or a text a part.',
    run: ([whole, wanted], { budget, at }) => isIn(given(wanted), given(whole), budget, at),
  },
  reversed: {
    parameters: [series],
    returns: LIST | STRING,
    summary: 'A list or a text from back to front.',
    run: ([whole], call) => {
      const parts = partsOf(given(whole), call).toReversed();
      return typeof whole === 'string' ? parts.join('') : parts;
    },
  },
  sort: {
    parameters: [list],
    returns: LIST,
    summary: 'A list of numbers or of texts in rising order.',
    run: ([input], call) => sorted(asList(input), call),
  },
  unique: {
    parameters: [list],
    returns: LIST,
    summary: 'A list without repeated entries.',
    run: ([input], { budget, at }) => {
      const kept: ExpressionValue[] = [];
      for (const item of asList(input)) {
        if (!kept.some((other) => isEqual(other, item, budget, at))) kept.push(item);
      }
      return kept;
    },
  },
  flat: {
    parameters: [list],
    returns: LIST,
    summary: 'A list with the entries of inner lists in their place, one level deep.',
    run: ([input], { budget, at }) => {
      for (const item of asList(input)) budget.spend(isList(item) ? item.length + 1 : 1, at);
      return asList(input).flatMap((item) => (isList(item) ? [...item] : [item]));
    },
  },
  zip: {
    parameters: [parameter('first', LIST), parameter('second', LIST)],
    returns: LIST,
    summary: 'The entries of two lists in pairs, as many as the shorter list has.',
    run: ([first, second], { budget, at }) => {
      const count = Math.min(asList(first).length, asList(second).length);
      budget.spend(count, at);
      return asList(first)
        .slice(0, count)
        .map((item, index) => [item, given(asList(second)[index])]);
    },
  },
  range: {
    parameters: [parameter('from', INT), parameter('to', INT)],
    optional: 1,
    returns: LIST,
    summary: 'The whole numbers up to, but without, the last; from 0 unless two are given.',
    run: ([first, second], call) =>
      second === undefined
        ? range(0n, asInteger(first), call)
        : range(asInteger(first), asInteger(second), call),
  },
  slice: {
    parameters: [series, parameter('from', INT), parameter('to', INT | NULL)],
    optional: 1,
    returns: LIST | STRING,
    summary: 'A part of a list or text, counted from 0, without the last; negative places count as the end.',
    run: ([whole, from, to], call) => {
      const parts = partsOf(given(whole), call);
      const end = to === undefined || to === null ? parts.length : placeIn(parts, asInteger(to));
      const taken = parts.slice(Math.min(placeIn(parts, asInteger(from)), end), end);
      return typeof whole === 'string' ? taken.join('') : taken;
    },
  },
  index_of: {
    parameters: [series, part],
    returns: INT,
    summary:
      'The place of the first such entry, or of a part in a text, in UTF-8 bytes; -1 when there is none.',
    run: ([whole, wanted], call) => BigInt(indexOf(given(whole), given(wanted), call)),
  },
  count: {
    parameters: [series, part],
    returns: INT,
    summary: 'How often an entry is in a list, or a part in a text.',
    run: ([whole, wanted], call) => BigInt(count(given(whole), given(wanted), call)),
  },
  merge: {
    parameters: [parameter('first', OBJECT), parameter('second', OBJECT)],
    returns: OBJECT,
    summary: 'The entries of both objects; where both have a key, that of the second.',
    run: ([first, second], { budget, at }) => {
      budget.spend(asObject(first).size + asObject(second).size, at);
      return new Map([...asObject(first), ...asObject(second)]);
    },
  },
  chunks: {
    parameters: [list, parameter('size', INT)],
    returns: LIST,
    summary: 'The entries of a list in lists of at most a size.',
    run: ([input, size], call) => chunks(asList(input), asInteger(size), call),
  },
} satisfies Record<string, BuiltIn>;

function lengthOf(whole: ExpressionValue): number {
  if (typeof whole === 'string') return utf8Length(whole);
  return isList(whole) ? whole.length : asObject(whole).size;
}

/** The entries of a list, or the characters of a text. */
function partsOf(whole: ExpressionValue, { budget, at }: Call): readonly ExpressionValue[] {
  const all = typeof whole === 'string' ? whole : asList(whole);
  budget.spend(all.length, at);
  return [...all];
}

/** A place as Attune takes it: what is negative wraps around to beyond the end. */
function placeIn(parts: readonly unknown[], place: bigint): number {
  return place < 0n || place > BigInt(parts.length) ? parts.length : Number(place);
}

function sorted(items: readonly ExpressionValue[], call: Call): readonly ExpressionValue[] {
  if (items.length < 2) return items;
  call.budget.spend(items.length * Math.ceil(Math.log2(items.length)), call.at);
  if (items.every((item) => typeof item === 'string')) return items.toSorted(compareUtf8);
  if (!items.every((item) => (kindOf(item) & NUMBER) !== 0)) {
    fail('type', 'sort() takes a list of numbers or a list of texts', call);
  }
  return items.toSorted((a, b) => Number(a) - Number(b));
}

function range(from: bigint, to: bigint, { budget, at }: Call): readonly bigint[] {
  if (to <= from) return [];
  budget.spend(Number(to - from), at);
  return Array.from({ length: Number(to - from) }, (_, index) => from + BigInt(index));
}

function indexOf(whole: ExpressionValue, wanted: ExpressionValue, call: Call): number {
  if (typeof whole !== 'string') {
    return asList(whole).findIndex((item) => isEqual(item, wanted, call.budget, call.at));
  }
  const place = whole.indexOf(neededText('index_of', wanted, call));
  call.budget.spendOnText(whole.length, call.at);
  return place < 0 ? place : utf8Length(whole.slice(0, place));
}

function count(whole: ExpressionValue, wanted: ExpressionValue, call: Call): number {
  if (typeof whole !== 'string') {
    return asList(whole).filter((item) => isEqual(item, wanted, call.budget, call.at)).length;
  }
  const needle = neededText('count', wanted, call);
  call.budget.spendOnText(whole.length, call.at);
  // The empty text is between all characters and at both ends.
  return needle === '' ? [...whole].length + 1 : whole.split(needle).length - 1;
}

function neededText(name: string, wanted: ExpressionValue, call: Call): string {
  if (typeof wanted !== 'string') fail('type', `${name}() looks for a text in a text`, call);
  return asText(wanted);
}

function chunks(items: readonly ExpressionValue[], size: bigint, call: Call): readonly ExpressionValue[] {
  if (size <= 0n) fail('type', 'chunks() takes a size above 0', call);
  call.budget.spend(items.length, call.at);
  const step = size > BigInt(items.length) ? Math.max(1, items.length) : Number(size);
  const parts: ExpressionValue[] = [];
  for (let start = 0; start < items.length; start += step) parts.push(items.slice(start, start + step));
  return parts;
}
