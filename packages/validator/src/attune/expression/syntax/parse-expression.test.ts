import { describe, expect, test } from 'vitest';
import { ExpressionError } from '../expression-error.ts';
import { chainOf, type ExpressionNode } from './node.ts';
import { parseExpression } from './parse-expression.ts';

/** The tree with a bracket around every operation, so that what binds how is seen. */
function bracketed(node: ExpressionNode): string {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'bigint' ? String(node.value) : JSON.stringify(node.value);
    case 'name':
      return node.name;
    case 'list':
      return `[${node.items.map(bracketed).join(' ')}]`;
    case 'call':
      return `${node.name}{${node.inputs.map(bracketed).join(' ')}}`;
    case 'member':
      return `(${bracketed(node.object)}.${node.name})`;
    case 'index':
      return `(${bracketed(node.object)}[${bracketed(node.index)}])`;
    case 'unary':
      return `(${node.operator} ${bracketed(node.operand)})`;
    case 'binary':
      return `(${bracketed(node.left)} ${node.operator} ${bracketed(node.right)})`;
  }
}

const tree = (text: string): string => bracketed(parseExpression(text));

describe('precedence, from the loosest to the tightest', () => {
  test.each([
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c', '((a and b) or c)'],
    ['a or b or c', '((a or b) or c)'],
    ['a and b and c', '((a and b) and c)'],
    ['not a and b', '((not a) and b)'],
    ['a and not b', '(a and (not b))'],
    ['not a == b', '(not (a == b))'],
    ['not a in b', '(not (a in b))'],
    ['not not a', '(not (not a))'],
    ['a < b < c', '((a < b) < c)'],
    ['a == b != c', '((a == b) != c)'],
    ['a in b == c', '((a in b) == c)'],
    ['a + b == c - d', '((a + b) == (c - d))'],
    ['a - b - c', '((a - b) - c)'],
    ['a + b * c', '(a + (b * c))'],
    ['a * b / c % d', '(((a * b) / c) % d)'],
    ['-a * b', '((- a) * b)'],
    ['a * -b', '(a * (- b))'],
    ['a - -b', '(a - (- b))'],
    ['--a', '(- (- a))'],
    ['-a.b', '(- (a.b))'],
    ['-a[0].b', '(- ((a[0]).b))'],
    ['-f(a)', '(- f{a})'],
    ['(a or b) and c', '((a or b) and c)'],
    ['a.b.c[d.e]["f"]', '((((a.b).c)[(d.e)])["f"])'],
    ['f(a, g(b))[0].c', '((f{a g{b}}[0]).c)'],
    ['[a, [b], f()]', '[a [b] f{}]'],
    ['(f)(a)', 'f{a}'],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe('words and literals', () => {
  test.each([
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'null'],
    ['42', '42'],
    ['9223372036854775807', '9223372036854775807'],
    ['007', '7'],
    ['2.50', '2.5'],
    ['1.a', '(1.a)'],
    ['"a\'b"', '"a\'b"'],
    ["'a\"b'", '"a\\"b"'],
    [String.raw`"\n\t\r\\\""`, String.raw`"\n\t\r\\\""`],
    [String.raw`'\''`, '"\'"'],
    [String.raw`"\d\'"`, String.raw`"\\d\\'"`],
    ['"}} {{"', '"}} {{"'],
    ['[1, 2, 3,]', '[1 2 3]'],
    ['[]', '[]'],
    ['a.and.or.not.in.true.false.null', '(((((((a.and).or).not).in).true).false).null)'],
    ['True', 'True'],
    ['_a1', '_a1'],
    ['\u00a0\u2003a\u0085\n', 'a'],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });

  test('a number beyond what floats hold is null, as JSON has no infinity', () => {
    expect(parseExpression(`${'9'.repeat(400)}.0`)).toMatchObject({ kind: 'literal', value: null });
  });
});

describe('places', () => {
  test('every node knows where it stands, in units of the whole text', () => {
    const text = 'x: {{ "😀" + a.bc[1] }}';
    const node = parseExpression(text, { start: 5, end: text.length - 2 });
    const slices = [...nodesOf(node)].map(({ at }) => text.slice(at.start, at.end));
    expect(slices).toEqual(['"😀" + a.bc[1]', '"😀"', 'a.bc[1]', 'a.bc', 'a', '1']);
  });

  test('a bracket around a node is not part of it, but of what it is in', () => {
    const text = '((a) + b)';
    expect(parseExpression(text)).toMatchObject({
      at: { start: 1, end: 8 },
      left: { at: { start: 2, end: 3 } },
    });
  });

  test('an operator and a called name have places of their own', () => {
    expect(parseExpression('ab  in f(c)')).toMatchObject({
      operatorAt: { start: 4, end: 6 },
      right: { nameAt: { start: 7, end: 8 }, at: { start: 7, end: 11 } },
    });
  });
});

function* nodesOf(node: ExpressionNode): Generator<ExpressionNode> {
  yield node;
  if (node.kind === 'binary') {
    yield* nodesOf(node.left);
    yield* nodesOf(node.right);
  }
  if (node.kind === 'member' || node.kind === 'index') yield* nodesOf(node.object);
  if (node.kind === 'index') yield* nodesOf(node.index);
}

test('the parts of a chain come innermost first', () => {
  const { base, links } = chainOf(parseExpression('a.b[0] + c'));
  expect([base.kind, ...links.map(({ kind }) => kind)]).toEqual(['name', 'member', 'index', 'binary']);
});

describe('what is refused', () => {
  test.each([
    ['', '', 'there is no expression', 'write one, or remove the braces'],
    ['  ', '', 'there is no expression', 'write one, or remove the braces'],
    ['a ==', '==', 'expected a value after "=="', undefined],
    ['a.', '.', 'expected a name after "."', undefined],
    ['a b', 'b', 'did not expect "b"', undefined],
    ['a "b"', '"b"', 'did not expect a text', 'write "+" to join texts'],
    ['(a', '(', '"(" is never closed', 'close it with ")"'],
    ['f(a, b', '(', '"(" is never closed', 'close it with ")"'],
    ['[1, 2', '[', '"[" is never closed', 'close it with "]"'],
    ['a[0', '[', '"[" is never closed', 'close it with "]"'],
    ['(a]', ']', 'expected ")", found "]"', undefined],
    ['a)', ')', 'did not expect ")"', undefined],
    ['f(a,)', ')', 'expected a value, found ")"', undefined],
    ['[,]', ',', 'expected a value, found ","', undefined],
    ['a[]', ']', 'expected a value, found "]"', undefined],
    ['and a', 'and', 'expected a value, found "and"', undefined],
    ['1 == not a', 'not', 'expected a value, found "not"', 'put brackets around it: (not …)'],
    ['a not in b', 'not', 'did not expect "not"', 'write: not (a in b)'],
    ['a if b else c', 'if', 'did not expect "if"', 'there is no "if"; put the condition into `when`'],
    [
      'a is defined',
      'is',
      'did not expect "is"',
      'write "==" to compare, or "name" in object to ask for presence',
    ],
    ['a ** b', '*', 'expected a value, found "*"', 'there are no powers; let an action compute them'],
    ['a // b', '/', 'expected a value, found "/"', 'write floor(a / b)'],
    ['a <> b', '>', 'expected a value, found ">"', 'write "!="'],
    ['1e5', 'e5', 'did not expect "e5"', 'write the number without an exponent'],
    ['.5', '.', 'expected a value, found "."', undefined],
    ['a.0', '0', 'expected a name, found "0"', 'write [0] for an entry of a list'],
    ['a["b"', '[', '"[" is never closed', 'close it with "]"'],
    ['a && b', '&&', '"&&" has no meaning in expressions', 'write "and"'],
    ['a || b', '||', '"||" has no meaning in expressions', 'write "or"'],
    ['!a', '!', '"!" has no meaning in expressions', 'write "not"'],
    ['a = b', '=', '"=" has no meaning in expressions', 'write "==" to compare; arguments have no names'],
    ['a ? b : c', '?', '"?" has no meaning in expressions', 'there is no "?"; put the condition into `when`'],
    [
      '{"a": 1}',
      '{',
      '"{" has no meaning in expressions',
      'objects cannot be written here; put a mapping into the YAML',
    ],
    ['a[1:2]', ':', '":" has no meaning in expressions', 'write slice(list, from, to) for a part of a list'],
    ['a => b', '=>', '"=>" has no meaning in expressions', "there are no functions of one's own"],
    ['“a”', '“', '"“" has no meaning in expressions', 'quote texts with \' or "'],
    ['größe', 'ö', '"ö" has no meaning in expressions', undefined],
    ['a\ufeff', '\ufeff', '"\ufeff" has no meaning in expressions', undefined],
    ['a 😀', '😀', '"😀" has no meaning in expressions', undefined],
    ['"a', '"a', 'the text has no closing "', 'end it with "'],
    ["'a\\'", "'a\\'", "the text has no closing '", "end it with '"],
    [
      '9223372036854775808',
      '9223372036854775808',
      '9223372036854775808 does not fit 64 bits',
      'write it with ".0"',
    ],
    ['a.upper()', 'upper', '"upper" is called on a value, and values have no functions', 'write upper(a)'],
    ['f(a)(b)', '(', 'did not expect "("', undefined],
    ['"a"(b)', '(', 'did not expect "("', undefined],
    ['a | ', '|', '"|" has no meaning in expressions', 'there are no filters'],
  ])('%s', (text, at, message, hint) => {
    const error = errorOf(text);
    expect([text.slice(error.at.start, error.at.end), error.message, error.hint]).toEqual([
      at,
      message,
      hint,
    ]);
    expect(error.code).toBe('syntax');
  });
});

describe('filters, which are told apart from other faults', () => {
  test.each([
    ['parameters.regions | length', '| length', 'write length(parameters.regions)'],
    ["parameters.regions | join(', ')", "| join(', ')", "write join(parameters.regions, ', ')"],
    ['a + b | upper', '| upper', 'write upper(b)'],
    ['a | length > 0', '| length', 'write length(a)'],
    ['a|lenght', '|lenght', 'write length(a)'],
    ['a | match("^x)")', '| match("^x)")', 'write match("^x)", a)'],
    ['a | slice(start=1)', '| slice(start=1)', 'write slice(…)'],
    ['a.b | first', '| first', 'write a.b[0]'],
    ['a | default("x")', '| default("x")', 'there are no defaults; ask with "name" in object first'],
    [
      "a | map(attribute='b') | list",
      "| map(attribute='b')",
      'expressions do nothing per entry; use `with_items`, or let an action do it',
    ],
    ['a | list', '| list', 'leave it out: lists are lists already'],
    ['a | zzzzzzzzz', '| zzzzzzzzz', 'write a call: length(list)'],
    [`${'a'.repeat(80)} | length`, '| length', 'write length(…)'],
    ['a | length(', '| length', 'write length(a)'],
  ])('%s', (text, at, hint) => {
    const error = errorOf(text);
    expect([error.code, text.slice(error.at.start, error.at.end), error.hint]).toEqual(['filter', at, hint]);
  });

  test('the message names the filter', () => {
    expect(errorOf('a | join(",")').message).toBe('"| join" is a filter, and expressions have none');
  });
});

function errorOf(text: string): ExpressionError {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${text} was read`);
}
