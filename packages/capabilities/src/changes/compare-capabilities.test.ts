import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Capability } from '../capability.ts';
import { compileCapabilities } from '../compile-capabilities.ts';
import { compareCapabilities } from './compare-capabilities.ts';

function compiled(document: unknown): readonly Capability[] {
  const { capabilities, problems } = compileCapabilities(document);
  if (!capabilities) throw new Error(JSON.stringify(problems));
  return capabilities;
}

function rule(text: string): unknown[] {
  return [{ name: 'board', type: 'http', allow: [parse(text)] }];
}

const differences = (before: unknown, after: unknown) =>
  [...compareCapabilities(compiled(before), compiled(after))].map(
    ({ meaning, message }) => `${meaning}: ${message}`,
  );

const BASE = '{domains: [api.board.example], methods: [GET], paths: [/v2/**]}';

test.each([
  ['the same', BASE, []],
  ['a name for the rule', BASE.replace('{', '{name: read, '), []],
  [
    'one more method',
    BASE.replace('[GET]', '[GET, POST]'),
    ['wider: the rule 1 admits what was refused: GET POST api.board.example /v2/**'],
  ],
  [
    'a wider path',
    BASE.replace('/v2/**', '/**'),
    ['wider: the rule 1 admits what was refused: GET api.board.example /**'],
  ],
  [
    'a narrower path',
    BASE.replace('/v2/**', '/v2/cards'),
    ['narrower: what the rule 1 admitted is refused: GET api.board.example /v2/**'],
  ],
  ['a path that was covered', BASE.replace('[/v2/**]', '[/v2/**, /v2/cards]'), []],
  [
    'all hosts below one',
    BASE.replace('api.board.example', '"*.board.example"'),
    ['wider: the rule 1 admits what was refused: GET *.board.example /v2/**'],
  ],
  ['the port that was meant', BASE.replace('api.board.example', '"api.board.example:443"'), []],
  [
    'another port',
    BASE.replace('api.board.example', '"api.board.example:8443"'),
    [
      'wider: the rule 1 admits what was refused: GET api.board.example:8443 /v2/**',
      'narrower: what the rule 1 admitted is refused: GET api.board.example /v2/**',
    ],
  ],
  [
    'plain http too',
    BASE.replace('{', '{allow_insecure: true, '),
    ['wider: the rule 1 admits what was refused: GET api.board.example /v2/**'],
  ],
  [
    'a condition',
    BASE.replace('}', `, when: ['request.method == "GET"']}`),
    ['narrower: what the rule 1 admitted may be refused: GET api.board.example /v2/**'],
  ],
])('a rule becomes %s', (_, after, expected) => {
  expect(differences(rule(BASE), rule(after))).toEqual(expected);
});

test('a condition that becomes another one cannot be told', () => {
  const when = (text: string) => rule(BASE.replace('}', `, when: ['${text}']}`));
  expect(differences(when('request.method == "GET"'), when('request.method != "PUT"'))).toEqual([
    'unknown: the rule 1 may admit what was refused: GET api.board.example /v2/** under 1 condition',
    'narrower: what the rule 1 admitted may be refused: GET api.board.example /v2/** under 1 condition',
  ]);
});

const withBudget = (budgets: unknown) => [{ ...(rule(BASE)[0] as object), budgets: { counters: budgets } }];

test.each([
  ['a higher limit', { calls: { limit: 20, scope: 'task' } }, ['wider: the budget calls was 10, is 20']],
  ['a lower limit', { calls: { limit: 5, scope: 'task' } }, ['narrower: the budget calls was 10, is 5']],
  [
    'another scope',
    { calls: { limit: 10, scope: 'workspace' } },
    ['unknown: the budget calls counts something else'],
  ],
  [
    'another name',
    { runs: { limit: 10, scope: 'task' } },
    ['wider: the budget calls is gone', 'narrower: the budget runs is new'],
  ],
])('a budget with %s', (_, budgets, expected) => {
  expect(differences(withBudget({ calls: { limit: 10, scope: 'task' } }), withBudget(budgets))).toEqual(
    expected,
  );
});

test('a credential that is taken anew is wider', () => {
  const auth = [
    { ...(rule(BASE)[0] as object), transforms: [{ name: 'login', auth: { credential: 'board' } }] },
  ];
  expect(differences(rule(BASE), auth)).toEqual([
    'wider: now takes the credential board',
    'unknown: requests are changed in another way',
  ]);
});

test('another order is told where it moves requests from under a budget, since the first rule that fits wins', () => {
  const free = { ...(rule(BASE)[0] as object), name: 'free' };
  const limited = withBudget({ calls: { limit: 10 } });
  expect(differences([...limited, free], [free, ...limited])).toEqual([
    'unknown: the rule 1 may take requests that the rule 1 of board took, whose budgets and changes are others',
  ]);
  expect(differences([...rule(BASE), free], [free, ...rule(BASE)])).toEqual([]);
});

test('a rule that goes leaves its requests to the next one, without its budget', () => {
  const free = { ...(rule(BASE)[0] as object), name: 'free' };
  const limited = withBudget({ calls: { limit: 10 } });
  const lessLimited = [{ ...(limited[0] as object), allow: [parse(BASE.replace('/v2/**', '/v2/cards'))] }];
  expect(differences([...limited, free], [...lessLimited, free])).toEqual([
    'unknown: the rule 1 may take requests that the rule 1 of board took, whose budgets and changes are others',
  ]);
});

test('rules that never meet take nothing from each other', () => {
  const other = { ...(rule(BASE.replace('api.board', 'other'))[0] as object), name: 'free' };
  const limited = withBudget({ calls: { limit: 10 } });
  expect(differences([...limited, other], [other, ...limited])).toEqual([]);
});
