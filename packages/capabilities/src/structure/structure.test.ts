import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileCapabilities } from '../compile-capabilities.ts';

/** Every problem of a list: where, what, and what to do. */
function problemsOf(document: unknown): readonly string[] {
  const { problems } = compileCapabilities(document);
  return problems.map(({ pointer, code, message, hint }) => `${pointer} ${code}: ${message} -> ${hint}`);
}

const SOUND = 'domains: [a.example], methods: [GET]';
const list = (more: string) => problemsOf(parse(`[{name: api, type: http, allow: [{${SOUND}}], ${more}}]`));
const rule = (fields: string) => problemsOf(parse(`[{name: api, type: http, allow: [{${fields}}]}]`));

test.each([
  ['{capabilities: []}', 'a mapping', 'write the list itself, without the key `capabilities`'],
  ['{name: api}', 'a mapping', 'write a list: one "- " entry per capability, or [] for none'],
  ['', 'empty', 'write a list: one "- " entry per capability, or [] for none'],
  ['http', 'the text "http"', 'write a list: one "- " entry per capability, or [] for none'],
])('the document %j is no list', (text, what, hint) => {
  expect(problemsOf(parse(text))).toEqual([` not_a_list: ${what}, not a list of capabilities -> ${hint}`]);
});

test.each([
  ['[1]', '/0 field_type: an entry of the list is 1, not a mapping -> write a mapping'],
  ['[null]', '/0 field_type: an entry of the list is empty, not a mapping -> write a mapping'],
  [
    '[{name: "", type: http, allow: [{domains: [a.example], methods: [GET]}]}]',
    '/0/name name_form: "" is not a name -> write 1 to 64 letters, digits, "_" or "-", a letter first',
  ],
])('%s', (text, problem) => {
  expect(problemsOf(parse(text))).toEqual([problem]);
});

test('what is missing is named, and the only value that a field can have', () => {
  expect(problemsOf([{}])).toEqual([
    '/0/name field_missing: `name` is missing -> add `name`',
    '/0/type field_missing: `type` is missing -> write "http", the only value',
    '/0/allow field_missing: `allow` is missing -> add `allow`',
  ]);
});

describe('a rule', () => {
  test.each([
    [
      'domains: a.example, methods: [GET]',
      '/domains field_type: `domains` is the text "a.example", not a list -> write it as a list: ["a.example"]',
    ],
    ['domains: [], methods: [GET]', '/domains list_empty: `domains` is empty -> add an entry'],
    [
      'domains: [5], methods: [GET]',
      '/domains/0 field_type: an entry of `domains` is 5, not text -> write text',
    ],
    [
      'domains: [""], methods: [GET]',
      '/domains/0 text_form: an entry of `domains` is empty -> write its text',
    ],
    [
      'domains: [a.example], methods: [get]',
      '/methods/0 value_unlisted: an entry of `methods` is the text "get" -> did you mean "GET"?',
    ],
    [
      'domains: [a.example], methods: [TRACE]',
      '/methods/0 value_unlisted: an entry of `methods` is the text "TRACE" -> write one of: GET, POST, PUT, DELETE, PATCH, HEAD, OPTIONS',
    ],
    [
      `${SOUND}, paths: [api]`,
      '/paths/0 text_form: an entry of `paths` is the text "api" -> write a path that starts with "/"',
    ],
    [
      `${SOUND}, allow_insecure: "yes"`,
      '/allow_insecure field_type: `allow_insecure` is the text "yes", not true or false -> write true or false, without quotes',
    ],
    [`${SOUND}, when: 5`, '/when field_type: `when` is 5 -> write text or a list'],
    [`${SOUND}, when: [5]`, '/when/0 field_type: an entry of `when` is 5, not text -> write text'],
    [`${SOUND}, when: ""`, '/when text_form: `when` is empty -> write its text'],
    [
      `${SOUND}, body_schema: []`,
      '/body_schema field_type: `body_schema` is a list -> write true or false or a mapping',
    ],
    [`${SOUND}, path: [/a]`, '/path unknown_field: "path" is not a field here -> did you mean `paths`?'],
    [
      `${SOUND}, colour: red`,
      '/colour unknown_field: "colour" is not a field here -> remove it; nothing reads it',
    ],
    [
      `${SOUND}, name: _x`,
      '/name name_reserved: "_x" begins with "_" -> begin with a letter; a leading "_" is reserved to the platform',
    ],
    [
      `${SOUND}, name: ${'x'.repeat(65)}`,
      '/name name_form: a name of 65 characters -> write 1 to 64 letters, digits, "_" or "-", a letter first',
    ],
  ])('%s', (fields, problem) => {
    expect(rule(fields)).toEqual([`/0/allow/0${problem}`]);
  });
});

describe('transforms and budgets', () => {
  test.each([
    ['transforms: {}', '/transforms field_type: `transforms` is a mapping, not a list -> write a list'],
    ['transforms: [{auth: 5}]', '/transforms/0/auth field_type: `auth` is 5 -> write text or a mapping'],
    [
      'transforms: [{headers: {set: {x-a: null}}}]',
      '/transforms/0/headers/set/x-a field_type: `x-a` is empty -> write text, a number, true or false, or a mapping',
    ],
    [
      'transforms: [{headers: {remove: x-a}}]',
      '/transforms/0/headers/remove field_type: `remove` is the text "x-a", not a list -> write it as a list: ["x-a"]',
    ],
    [
      'transforms: [{auth: bot, applies_to: []}]',
      '/transforms/0/applies_to list_empty: `applies_to` is empty -> add an entry',
    ],
    [
      'transforms: [{path: {strip_prefix: a}}]',
      '/transforms/0/path/strip_prefix text_form: `strip_prefix` is the text "a" -> write a path that starts with "/"',
    ],
    ['budgets: {}', '/budgets/counters field_missing: `counters` is missing -> add `counters`'],
    [
      'budgets: {counters: {_c: {limit: 1}}}',
      '/budgets/counters/_c name_reserved: "_c" begins with "_" -> begin with a letter; a leading "_" is reserved to the platform',
    ],
    [
      'budgets: {counters: {c: {limit: -1}}}',
      '/budgets/counters/c/limit field_range: `limit` is -1, below 0 -> write at least 0',
    ],
    [
      'budgets: {counters: {c: {limit: 1.5}}}',
      '/budgets/counters/c/limit field_type: `limit` is 1.5, not a whole number -> write a whole number',
    ],
    [
      'budgets: {counters: {c: {limit: "5"}}}',
      '/budgets/counters/c/limit field_type: `limit` is the text "5", not a number -> write a number, without quotes',
    ],
    [
      'budgets: {counters: {c: {limit: 1.0e+30}}}',
      '/budgets/counters/c/limit field_range: `limit` is above 9007199254740991 -> write at most 9007199254740991',
    ],
    [
      'budgets: {counters: {c: {limit: 1, scope: tsk}}}',
      '/budgets/counters/c/scope value_unlisted: `scope` is the text "tsk" -> did you mean "task"?',
    ],
    [
      'budgets: {counters: {c: {limit: 1, window: 60x}}}',
      '/budgets/counters/c/window text_form: `window` is the text "60x" -> write a number with a unit, such as "30s", "5m", "1h" or "1d"',
    ],
  ])('%s', (more, problem) => {
    expect(list(more)).toEqual([`/0${problem}`]);
  });
});

describe('limits', () => {
  const sound = { domains: ['a.example'], methods: ['GET'] };
  const rules = (count: number) => [{ name: 'api', type: 'http', allow: Array(count).fill(sound) }];

  test('64 rules are in a capability at most', () => {
    expect(problemsOf(rules(64))).toEqual([]);
    expect(problemsOf(rules(65))).toEqual([
      '/0/allow list_too_long: `allow` has 65 entries -> keep at most 64',
    ]);
  });

  test('200 capabilities are in a list at most', () => {
    const capabilities = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `c${index}`, type: 'http', allow: [sound] }));
    expect(problemsOf(capabilities(200))).toEqual([]);
    expect(problemsOf(capabilities(201))).toEqual([
      ' list_too_long: the list has 201 entries -> keep at most 200',
    ]);
  });

  test('a list is at most 512 KiB', () => {
    const paths = Array.from({ length: 64 }, (_, index) => `/${index}/${'x'.repeat(16_000)}`);
    expect(problemsOf([{ name: 'api', type: 'http', allow: [{ ...sound, paths }] }])).toEqual([
      ' document_too_large: larger than 512 KiB -> keep one list per role, or fewer rules',
    ]);
  });

  test('it nests at most 32 levels', () => {
    let nested: unknown = {};
    for (let level = 0; level < 40; level++) nested = { not: nested };
    const [problem = ''] = problemsOf([
      { name: 'api', type: 'http', allow: [{ ...sound, body_schema: nested }] },
    ]);
    expect(problem).toMatch(
      /^\/0\/allow\/0\/body_schema(\/not){29} nested_too_deep: nested deeper than 32 levels -> flatten it$/,
    );
  });

  test('it holds data only', () => {
    expect(problemsOf([{ name: 'api', type: 'http', allow: new Date(0) }])).toEqual([
      '/0/allow not_data: not a value of YAML or JSON -> write text, a number or a boolean',
    ]);
  });
});
