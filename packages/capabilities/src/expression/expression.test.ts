import { parseExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { type CompiledExpression, compileExpression, type ResultType } from './compile-expression.ts';
import type { Scope } from './environments.ts';
import { countValues, expressionValue, jsonOf, Members, textOf } from './values.ts';

const RESULTS: Readonly<Record<Scope, readonly ResultType[]>> = {
  predicate: ['bool'],
  value: ['string', 'int', 'uint', 'double', 'bool', 'dyn', 'null', 'list', 'map'],
  debit: ['int', 'uint', 'dyn'],
};

const compile = (source: string, scope: Scope = 'predicate'): CompiledExpression =>
  compileExpression(source, scope, RESULTS[scope]);

function codeOf(source: string, scope: Scope = 'predicate'): string {
  const compiled = compile(source, scope);
  return compiled.ok ? 'ok' : compiled.refusal.code;
}

/** The value for a request with a JSON body, or the first words of what went wrong. */
function evaluate(source: string, body = 'null', scope: Scope = 'predicate'): unknown {
  const compiled = compile(source, scope);
  if (!compiled.ok) throw new Error(compiled.refusal.message);
  const json = parseExactJson(body);
  const request = {
    method: 'POST',
    scheme: 'https',
    host: 'api.example',
    port: 443n,
    path: '/api/\u212aelvin',
    segments: ['api', '\u212aelvin'],
    query: new Members([['page', ['2']]]),
    headers: new Members([['x-team', ['a', 'b']]]),
    body: expressionValue(json),
    body_size: BigInt(body.length),
  };
  const variables = {
    request,
    workspace: { id: 'w', role: 'ops', environment: 'production' },
    task: { id: 't' },
    now: new Date('2026-03-01T09:00:00Z'),
    secrets: new Members([['tenant-id', 'acme']]),
    response: { status: 200n, headers: new Members(), body: expressionValue(json) },
  };
  const size = { values: countValues(json), characters: body.length + 20 };
  try {
    return compiled.expression.evaluate({ variables, size });
  } catch (error) {
    const { summary, message } = error as { summary?: string; message: string };
    return summary ?? message;
  }
}

describe('what expressions read', () => {
  test.each([
    ['request.method == "POST" && request.scheme == "https"', 'null', true],
    ['request.host == "api.example" && request.port == 443', 'null', true],
    ['request.segments[0] == "api"', 'null', true],
    ['request.query.page[0] == "2"', 'null', true],
    ['"b" in request.headers["x-team"]', 'null', true],
    ['has(request.headers.authorization)', 'null', false],
    ['workspace.environment == "production" && task.id == "t"', 'null', true],
    ['now < timestamp("2027-01-01T00:00:00Z")', 'null', true],
    ['request.body == null', 'null', true],
    ['request.body.a.b == 1', '{"a":{"b":1}}', true],
    ['request.body.n == 1', '{"n":1.0}', true],
    ['request.body.n > 0.5', '{"n":1}', true],
    ['request.body.id == 9007199254740993', '{"id":9007199254740993}', true],
    ['request.body.id == 9007199254740993', '{"id":9007199254740992}', false],
    ['request.body.a == request.body.b', '{"a":{"x":[1,{}]},"b":{"x":[1.0,{}]}}', true],
    ['request.body == {"a": 1}', '{"a":1}', true],
    ['"__proto__" in request.body', '{"__proto__":1}', true],
    ['has(request.body.constructor)', '{}', false],
    ['request.body.all(key, request.body[key] > 0)', '{"a":1,"b":2}', true],
    ['request.body.items.exists(item, item.kind == "x")', '{"items":[{"kind":"y"},{"kind":"x"}]}', true],
    ['request.body.text.matches("^ops-[a-z]+$")', '{"text":"ops-a"}', true],
    ['request.path.lowerAscii() == "/api/kelvin"', 'null', false],
    ['"ABC".lowerAscii() == "abc" && "abc".upperAscii() == "ABC"', 'null', true],
  ])('%s of %s: %s', (source, body, expected) => {
    expect(evaluate(source, body)).toBe(expected);
  });

  test('a member that is not there is an error, which is for the caller to take as false', () => {
    expect(evaluate('request.body.channel == "x"', '{}')).toBe('No such key: channel');
  });
});

describe('what is refused when it is compiled', () => {
  test.each([
    ['request.method ==', 'expression_syntax'],
    [`"${'x'.repeat(2_050)}" == ""`, 'expression_limit'],
    [`${'true && '.repeat(150)}true`, 'expression_limit'],
    [`${'('.repeat(40)}true${')'.repeat(40)}`, 'expression_limit'],
    ['[1].all(a, [1].all(b, [1].all(c, true)))', 'expression_limit'],
    ['[[[[1]]]] == []', 'expression_limit'],
    ['nope == 1', 'expression_unknown'],
    ['has(request.bodyy)', 'expression_unknown'],
    ['request["methodd"] == ""', 'expression_unknown'],
    ['cel.bind(a, 1, a == 1)', 'expression_unknown'],
    ['optional.of(1).hasValue()', 'expression_unknown'],
    ['request.method == 1', 'expression_type'],
    ['request.method.nope()', 'expression_type'],
    ['request.body.flag', 'when_not_boolean'],
    ['request.method', 'when_not_boolean'],
    ['secrets["a"] == ""', 'when_forbidden_identifier'],
    ['credentials.a == ""', 'when_forbidden_identifier'],
    ['response.status == 200', 'when_forbidden_identifier'],
    ['[1].all(secrets, secrets > 0)', 'when_forbidden_identifier'],
    ['request.path.matches(request.host)', 'pattern_form'],
    ['request.path.matches("(?=a)")', 'pattern_form'],
    ['request.path.matches_re2("a")', 'expression_function'],
    ['b"{}".json() == {}', 'expression_function'],
  ])('%s: %s', (source, code) => {
    expect(codeOf(source)).toBe(code);
  });

  test.each([
    ['secrets[request.path]', 'value', 'secret_dynamic'],
    ['secrets', 'value', 'secret_dynamic'],
    ['[secrets].size()', 'value', 'secret_dynamic'],
    ['response.status', 'value', 'expression_forbidden_identifier'],
    ['now', 'value', 'expression_type'],
    ['b"x"', 'value', 'expression_type'],
    ['workspace.id.size()', 'debit', 'expression_forbidden_identifier'],
    ['1.5', 'debit', 'expression_type'],
    ['request.method', 'debit', 'expression_type'],
    ['response.headers.size() + request.body_size', 'debit', 'ok'],
  ] as const)('%s for a %s: %s', (source, scope, code) => {
    expect(codeOf(source, scope)).toBe(code);
  });

  test('the range of the fault is told', () => {
    const compiled = compile('request.method == "x" && request.bodyy == 1');
    expect(compiled.ok ? undefined : compiled.refusal).toEqual({
      code: 'expression_unknown',
      message: '`request.bodyy` is not known',
      hint: 'did you mean `request.body`?',
      details: { range: { start: 25, end: 38 }, instead: 'request.body' },
    });
  });
});

describe('what is known of an expression before it is evaluated', () => {
  const readsBody = (source: string) => {
    const compiled = compile(source);
    return compiled.ok && compiled.expression.readsRequestBody;
  };

  test.each([
    ['request.body == null', true],
    ['request["body"] == null', true],
    ['has(request.body.a)', true],
    ['[request].all(r, r.method == "")', true],
    ['request[request.method] == ""', true],
    ['request.body_size > 0', false],
    ['request.headers["body"].size() > 0', false],
  ])('whether %s waits for the body: %s', (source, expected) => {
    expect(readsBody(source)).toBe(expected);
  });

  test('the secrets by name', () => {
    const compiled = compile('secrets["b"] + secrets.a + secrets["b"]', 'value');
    expect(compiled.ok && compiled.expression.secrets).toEqual(['b', 'a']);
  });
});

describe('what evaluation may cost', () => {
  const list = (length: number) => JSON.stringify({ list: Array(length).fill(1) });
  const OUT = 'costs more than 10000 units';

  test.each([
    ['request.body.list.all(x, x > 0)', 9_000, true],
    ['request.body.list.all(x, x > 0)', 10_001, OUT],
    ['request.body.list.all(x, request.body.list.all(y, true))', 90, true],
    ['request.body.list.all(x, request.body.list.all(y, true))', 110, OUT],
    ['request.body.list.map(x, x).filter(x, x > 1).size() == 0', 6_000, OUT],
    ['request.body.list.all(x, x in request.body.list)', 900, true],
    ['request.body.list.all(x, x in request.body.list)', 2_000, OUT],
    ['request.body.list.all(x, x in [1, 2])', 9_000, true],
  ])('%s of %i items: %s', (source, length, expected) => {
    expect(evaluate(source, list(length))).toBe(expected);
  });

  test('an operator that drops errors does not drop this one', () => {
    expect(evaluate('request.body.list.all(x, x > 0) || true', list(10_001))).toBe(OUT);
    // Each inner loop runs to its end, so that the sum of all rounds is what exceeds the limit.
    expect(evaluate('request.body.list.all(x, request.body.list.all(y, true)) || true', list(200))).toBe(OUT);
  });

  test('large texts are read a few times only', () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_000_000) });
    expect(evaluate('request.body.text.contains("y")', body)).toBe(false);
    expect(evaluate(`${'request.body.text.contains("y") || '.repeat(11)}false`, body)).toBe(OUT);
    expect(evaluate('request.body.text.matches("y")', body)).toBe(OUT);
    expect(evaluate('request.path.matches("y")', body)).toBe(false);
  });

  test('a pattern takes linear time', () => {
    expect(evaluate('request.body.matches("^(a+)+$")', JSON.stringify(`${'a'.repeat(100_000)}!`))).toBe(
      false,
    );
  });

  test('one meter does not run on into the next evaluation', () => {
    expect(evaluate('request.body.list.all(x, x > 0)', list(10_001))).toBe(OUT);
    expect(evaluate('request.body.list.all(x, x > 0)', list(9_000))).toBe(true);
  });
});

describe('results', () => {
  test.each([
    ['"a"', 'a'],
    ['1', '1'],
    ['1u', '1'],
    ['1.0', '1'],
    ['1.0e21', '1000000000000000000000'],
    ['true', 'true'],
  ])('%s as text is %s', (source, text) => {
    expect(textOf(evaluate(source, 'null', 'value'))).toBe(text);
  });

  test('numbers, lists and objects of a body come out as they went in', () => {
    const body = parseExactJson('{"a":[1,"x",null,true],"b":{"c":9007199254740993}}');
    expect(jsonOf(expressionValue(body))).toEqual(body);
  });
});
