// The examples of specs/evershell 3.16, one to one: number, what differs, and the codes of all problems.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileCapabilities } from './compile-capabilities.ts';

const ACCEPTED: readonly string[] = [];

/** A list of one capability of which a part is given. */
function capability({
  name = 'api',
  type = 'type: http, ',
  allow = '[{domains: [api.example.com], methods: [GET]}]',
  more = '',
}) {
  return `[{name: ${name}, ${type}allow: ${allow}${more}}]`;
}

const named = (name: string) => capability({ name });
const ruled = (rule: string) => capability({ allow: `[{${rule}}]` });
const domains = (list: string) => ruled(`domains: ${list}, methods: [GET]`);
const methods = (list: string) => ruled(`domains: [api.example.com], methods: ${list}`);
const paths = (list: string) => ruled(`domains: [api.example.com], methods: [GET], paths: ${list}`);
const when = (expression: string) =>
  ruled(`domains: [api.example.com], methods: [POST], when: ${expression}`);
const transforms = (list: string) => capability({ more: `, transforms: [${list}]` });
const counter = (fields: string) => capability({ more: `, budgets: {counters: {c: {${fields}}}}` });

const EXAMPLES: readonly (readonly [number, string, string, readonly string[]])[] = [
  [1, 'an empty list', '[]', ACCEPTED],
  [2, 'one capability with a nameless rule', capability({}), ACCEPTED],
  [3, 'a mapping with the list in it', '{capabilities: []}', ['not_a_list']],
  [4, 'the name `github_api-2`', named('github_api-2'), ACCEPTED],
  [5, 'a name that begins with a digit', named('2fast'), ['name_form']],
  [6, 'a name that begins with "_"', named('_internal'), ['name_reserved']],
  [7, 'a name of 64 characters', named('a'.repeat(64)), ACCEPTED],
  [8, 'a name of 65 characters', named('a'.repeat(65)), ['name_form']],
  [9, 'a name with a space', named('"my api"'), ['name_form']],
  [
    10,
    'two capabilities of one name',
    `${named('slack').slice(0, -1)}, ${named('slack').slice(1)}`,
    ['name_duplicate'],
  ],
  [
    11,
    'names that differ by case',
    `${named('slack').slice(0, -1)}, ${named('Slack').slice(1)}`,
    ['name_case_collision'],
  ],
  [12, 'no type', capability({ type: '' }), ['field_missing']],
  [13, 'the type `tcp`', capability({ type: 'type: tcp, ' }), ['value_unlisted']],
  [14, 'the type `HTTP`', capability({ type: 'type: HTTP, ' }), ['value_unlisted']],
  [15, 'no rule', capability({ allow: '[]' }), ['list_empty']],
  [16, 'a rule without domains', ruled('methods: [GET]'), ['field_missing']],
  [17, 'an empty list of domains', domains('[]'), ['list_empty']],
  [18, 'capitals and a trailing dot', domains('["API.Example.COM."]'), ACCEPTED],
  [19, 'the default port', domains('["api.example.com:443"]'), ACCEPTED],
  [20, 'another port', domains('["api.example.com:8443"]'), ACCEPTED],
  [21, 'a scheme', domains('["https://api.example.com"]'), ['domain_scheme']],
  [22, 'a path', domains('["api.example.com/v1"]'), ['domain_path']],
  [23, 'a wildcard label', domains('["*.example.com"]'), ACCEPTED],
  [24, 'a wildcard that is not leftmost', domains('["api.*.example.com"]'), ['domain_wildcard']],
  [25, 'fewer than two fixed labels', domains('["*.com"]'), ['domain_too_broad']],
  [26, 'any host', domains('["*"]'), ['domain_any']],
  [27, 'a name beyond ASCII', domains('["bücher.example"]'), ACCEPTED],
  [28, 'one domain twice', domains('["a.example", "A.example."]'), ['domain_duplicate']],
  [29, 'two methods', methods('[GET, PATCH]'), ACCEPTED],
  [30, 'a method in lower case', methods('[get]'), ['value_unlisted']],
  [31, 'the method TRACE', methods('[TRACE]'), ['value_unlisted']],
  [32, 'no method', methods('[]'), ['list_empty']],
  [33, 'an empty list of paths', paths('[]'), ACCEPTED],
  [34, 'a path without a slash', paths('["api/v1"]'), ['text_form']],
  [35, '`**` as a segment', paths('["/api/**/raw"]'), ACCEPTED],
  [36, '`**` beside text', paths('["/api/v**"]'), ['path_glob']],
  [37, 'a query', paths('["/q?x=1"]'), ['path_query']],
  [
    38,
    'a text for a boolean',
    ruled('domains: [a.example], methods: [GET], allow_insecure: "yes"'),
    ['field_type'],
  ],
  [
    39,
    'a transform for an unknown rule',
    transforms('{applies_to: [nope], auth: bot}'),
    ['applies_to_unknown'],
  ],
  [
    40,
    'a transform for a rule of another capability',
    `[{name: a, type: http, allow: [{name: there, domains: [a.example], methods: [GET]}]},
      {name: b, type: http, allow: [{domains: [b.example], methods: [GET]}],
       transforms: [{applies_to: [there], auth: bot}]}]`,
    ['applies_to_unknown'],
  ],
  [
    41,
    'a transform of two kinds',
    transforms('{auth: bot, headers: {set: {x-a: b}}}'),
    ['transform_variant'],
  ],
  [42, 'two `auth` for one rule', transforms('{auth: one}, {auth: two}'), ['auth_conflict']],
  [43, 'the header `Host`', transforms('{headers: {set: {Host: x}}}'), ['header_forbidden']],
  [44, 'a secret by its name', transforms(`{headers: {set: {x-a: {expr: 'secrets["tok"]'}}}}`), ACCEPTED],
  [
    45,
    'a secret by a computed name',
    transforms(`{headers: {set: {x-a: {expr: 'secrets[request.path]'}}}}`),
    ['secret_dynamic'],
  ],
  [46, 'a secret in a predicate', when(`'secrets["a"] == "b"'`), ['when_forbidden_identifier']],
  [47, 'a predicate that gives text', when(`'request.method'`), ['when_not_boolean']],
  [48, 'an unknown member', when(`'request.bodyy.x == 1'`), ['expression_unknown']],
  [
    49,
    'a body schema for GET',
    ruled('domains: [a.example], methods: [GET], body_schema: {type: object}'),
    ['body_schema_method'],
  ],
  [50, 'a counter with a limit only', counter('limit: 10'), ACCEPTED],
  [51, 'a limit below zero', counter('limit: -1'), ['field_range']],
  [
    52,
    'a debit by the response without a ceiling',
    counter("limit: 10, debit: 'response.body.n'"),
    ['ceiling_missing'],
  ],
  [53, 'a window for a task', counter('limit: 10, scope: task, window: 1h'), ['window_scope']],
  [54, 'a misspelt field', '[{name: api, type: http, alow: []}]', ['field_missing', 'unknown_field']],
];

test('the examples are all there', () => {
  expect(EXAMPLES.map(([number]) => number)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
});

test.each(EXAMPLES)('%i: %s', (_, __, text, codes) => {
  const { capabilities, problems } = compileCapabilities(parse(text));
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(capabilities === null).toBe(problems.some(({ severity }) => severity === 'error'));
});

describe('what is stored', () => {
  const stored = (text: string) => compileCapabilities(parse(text)).capabilities?.[0];

  test.each([
    [18, 'API.Example.COM.', 'api.example.com'],
    [19, 'api.example.com:443', 'api.example.com'],
    [20, 'api.example.com:8443', 'api.example.com:8443'],
    [27, 'bücher.example', 'xn--bcher-kva.example'],
  ])('%i: the domain %s as %s', (_, written, kept) => {
    expect(stored(domains(`["${written}"]`))?.allow[0]?.domains.map(({ text }) => text)).toEqual([kept]);
  });

  test('28: a domain that is there twice once', () => {
    const rule = stored(domains('["a.example", "A.example."]'))?.allow[0];
    expect(rule?.domains.map(({ text }) => text)).toEqual(['a.example']);
  });

  test('50: a counter of the workspace with a debit of 1', () => {
    expect(stored(counter('limit: 10'))?.counters).toEqual([
      { name: 'c', limit: 10, scope: 'workspace', debit: 1, ceiling: 1, windowSeconds: null, rules: null },
    ]);
  });

  test('54: the hint names the field that was meant', () => {
    const { problems } = compileCapabilities(parse('[{name: api, type: http, alow: []}]'));
    expect(problems.find(({ code }) => code === 'unknown_field')).toEqual({
      pointer: '/0/alow',
      code: 'unknown_field',
      severity: 'error',
      message: '"alow" is not a field here',
      hint: 'did you mean `allow`?',
    });
  });
});
