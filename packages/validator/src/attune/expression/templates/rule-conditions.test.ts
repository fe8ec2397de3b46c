import { describe, expect, test } from 'vitest';
import type { RuleEvent } from '../evaluation/event-scope.ts';
import { fromJson } from '../values/from-json.ts';
import { evaluateConditions } from './rule-conditions.ts';

const EVENT: RuleEvent = {
  id: 1n,
  trigger: 'inventory.host_lost',
  payload: fromJson({
    site: 'ams',
    misses: 4,
    nothing: null,
    host: { name: 'db1' },
    list: ['a'],
    object: { a: 1 },
  }),
  created: '2026-06-01T12:00:00Z',
};
const { payload: _, ...WITHOUT_PAYLOAD } = EVENT;

const outcome = (conditions: unknown, event = EVENT) => evaluateConditions(fromJson(conditions), event);

const MATCH = { outcome: 'match' };
const NO_MATCH = { outcome: 'no match' };

describe('forms', () => {
  test.each([
    ['null', null],
    ['an empty mapping', {}],
    ['an empty list', []],
  ])('%s matches', (_name, conditions) => {
    expect(outcome(conditions)).toEqual(MATCH);
  });

  test('an event without a payload matches, whatever the conditions say', () => {
    expect(outcome([{ field: 'site' }], WITHOUT_PAYLOAD)).toEqual(MATCH);
    expect(outcome({ expression: 'false' }, { ...EVENT, payload: null })).toEqual(MATCH);
  });

  test.each([
    ['another mapping', { all: [] }],
    ['an expression that is no text', { expression: true }],
    ['a text', 'event.payload.misses > 3'],
    ['a number', 1],
  ])('%s does not match', (_name, conditions) => {
    expect(outcome(conditions)).toEqual({ outcome: 'no match', reason: 'the conditions are no list' });
  });
});

describe('an expression', () => {
  test.each([
    ['event.payload.site in ["ams", "fra"] and event.payload.misses >= 3', MATCH],
    ['{{ event.payload.misses >= 3 }}', MATCH],
    ['  {{event.payload.misses}}\n', MATCH],
    ['event.payload.misses >= 5', NO_MATCH],
    ['event.payload.nothing', NO_MATCH],
    ['event.payload.missing == 1', { outcome: 'no match', reason: 'the object has no "missing"' }],
    ['event.payload.misses >', { outcome: 'no match', reason: 'expected a value after ">"' }],
    ['succeeded()', { outcome: 'no match', reason: 'there is no function succeeded()' }],
    ['', { outcome: 'no match', reason: 'there is no expression' }],
    ['{{}}', { outcome: 'no match', reason: 'there is no expression' }],
    ['{{ true }} and {{ true }}', { outcome: 'no match', reason: '"}}" has no meaning in expressions' }],
  ])('%s', (expression, expected) => {
    expect(outcome({ expression })).toEqual(expected);
  });

  test('is all that counts beside other keys', () => {
    expect(outcome({ expression: 'true', field: 'site' })).toEqual(MATCH);
  });
});

describe('a list', () => {
  test.each([
    [{ field: 'site', operator: 'equals', value: 'ams' }, MATCH],
    [{ field: 'site', operator: 'equals', value: 'fra' }, NO_MATCH],
    [{ field: 'site', operator: 'not_equals', value: 'fra' }, MATCH],
    [{ field: 'site', operator: 'contains', value: 'm' }, MATCH],
    [{ field: 'site', operator: 'contains', value: 'x' }, NO_MATCH],
    [{ field: 'misses', operator: 'equals', value: 4 }, MATCH],
    [{ field: 'misses', operator: 'equals', value: '4' }, NO_MATCH],
    [{ field: 'misses', operator: 'contains', value: 4 }, NO_MATCH],
    [{ field: 'list', operator: 'contains', value: 'a' }, NO_MATCH],
    [{ field: 'list', operator: 'equals', value: ['a'] }, MATCH],
    [{ field: 'object', operator: 'equals', value: { a: 1 } }, MATCH],
    [{ field: 'object', operator: 'not_equals', value: { a: 2 } }, MATCH],
    [{ field: 'host.name', operator: 'equals', value: 'db1' }, MATCH],
    [{ field: 'nothing', operator: 'equals' }, MATCH],
    [{ field: 'nothing', operator: 'equals', value: null }, MATCH],
    [{ field: 'site', operator: 'equals' }, NO_MATCH],
    [
      { field: 'misses', operator: 'greater_than', value: 3 },
      { outcome: 'no match', reason: 'there is no operator "greater_than"' },
    ],
    [
      { field: 'missing', operator: 'equals' },
      { outcome: 'failed', reason: 'the payload has no "missing"' },
    ],
    [
      { field: 'missing', operator: 'not_equals', value: 1 },
      { outcome: 'failed', reason: 'the payload has no "missing"' },
    ],
    [
      { field: 'list.0', operator: 'equals' },
      { outcome: 'failed', reason: 'the payload has no "list.0"' },
    ],
    [
      { field: 'event.payload.site', operator: 'equals' },
      { outcome: 'failed', reason: 'the payload has no "event.payload.site"' },
    ],
    [{ operator: 'equals' }, { outcome: 'failed', reason: 'the condition has no field' }],
    [{ field: 'site' }, { outcome: 'failed', reason: 'the condition has no operator' }],
    [
      { field: 1, operator: 'equals' },
      { outcome: 'failed', reason: 'the condition has no field' },
    ],
    ['site', { outcome: 'failed', reason: 'the condition has no field' }],
  ])('%j', (condition, expected) => {
    expect(outcome([condition])).toEqual(expected);
  });

  test('a whole number differs from one with a fraction part', () => {
    const conditions = [
      new Map<string, string | number>([
        ['field', 'misses'],
        ['operator', 'equals'],
        ['value', 4],
      ]),
    ];
    expect(evaluateConditions(conditions, EVENT)).toEqual(NO_MATCH);
  });

  test('has to hold in whole', () => {
    const holds = { field: 'site', operator: 'equals', value: 'ams' };
    const doesNot = { field: 'site', operator: 'equals', value: 'fra' };
    expect(outcome([holds, holds])).toEqual(MATCH);
    expect(outcome([holds, doesNot])).toEqual(NO_MATCH);
  });

  test('fails by any of its entries, also behind one that does not hold', () => {
    const doesNot = { field: 'site', operator: 'equals', value: 'fra' };
    expect(outcome([doesNot, { field: 'missing', operator: 'equals' }]).outcome).toBe('failed');
  });
});
