import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExpressionNode } from './node.ts';
import { parseExpression } from './parse-expression.ts';
import { printExpression } from './print-expression.ts';

test.each([
  ['a   or(b and c)', 'a or b and c'],
  ['(a or b) and c', '(a or b) and c'],
  ['a - (b - c)', 'a - (b - c)'],
  ['(a - b) - c', 'a - b - c'],
  ['not (a == b)', 'not a == b'],
  ['(not a) == b', '(not a) == b'],
  ['-(-a)', '--a'],
  ['-(a + b)', '-(a + b)'],
  ['-(not a)', '-(not a)'],
  ['(a + b).c[(0)]', '(a + b).c[0]'],
  ['(-a).b', '(-a).b'],
  ['[ 1,"a" , null , ]', '[1, "a", null]'],
  ["f( 'x\\n\"' ,2.0)", 'f("x\\n\\"", 2.0)'],
  ['0.000000000000000000000001', '0.000000000000000000000001'],
  ['1000000000000000000000000.0', '1000000000000000000000000.0'],
  ['a.and', 'a.and'],
])('%s is written %s', (text, printed) => {
  expect(printExpression(parseExpression(text))).toBe(printed);
});

const AT = { start: 0, end: 0 };
const name = fc.constantFrom('a', 'b2', '_c', 'parameters', 'True');
const literal = fc.oneof(
  fc.constantFrom(null, true, false),
  fc.string(),
  fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
);

const { node } = fc.letrec<{ node: ExpressionNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    literal.map((value): ExpressionNode => ({ kind: 'literal', value, at: AT })),
    name.map((text): ExpressionNode => ({ kind: 'name', name: text, at: AT })),
    fc.array(tie('node'), { maxLength: 3 }).map((items): ExpressionNode => ({ kind: 'list', items, at: AT })),
    fc
      .tuple(name, fc.array(tie('node'), { maxLength: 3 }))
      .map(([text, inputs]): ExpressionNode => ({ kind: 'call', name: text, nameAt: AT, inputs, at: AT })),
    fc
      .tuple(fc.constantFrom('not', '-'), tie('node'))
      .map(([operator, operand]): ExpressionNode => ({ kind: 'unary', operator, operand, at: AT })),
    fc
      .tuple(
        fc.constantFrom('or', 'and', '==', '!=', '<', '>', '<=', '>=', 'in', '+', '-', '*', '/', '%'),
        tie('node'),
        tie('node'),
      )
      .map(
        ([operator, left, right]): ExpressionNode => ({
          kind: 'binary',
          operator,
          operatorAt: AT,
          left,
          right,
          at: AT,
        }),
      ),
    fc
      .tuple(tie('node'), fc.constantFrom('x', 'and', 'null'))
      .map(([object, text]): ExpressionNode => ({ kind: 'member', object, name: text, nameAt: AT, at: AT })),
    fc
      .tuple(tie('node'), tie('node'))
      .map(([object, index]): ExpressionNode => ({ kind: 'index', object, index, at: AT })),
  ),
}));

/** The tree with its places left out. */
const placeless = (tree: ExpressionNode): string =>
  JSON.stringify(tree, (key, value) => {
    if (/at$/i.test(key)) return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });

test('what is printed reads as the same tree', () => {
  fc.assert(
    fc.property(node, (tree) => {
      expect(placeless(parseExpression(printExpression(tree)))).toBe(placeless(tree));
    }),
    { numRuns: 500 },
  );
});

test('printing what was printed changes nothing', () => {
  fc.assert(
    fc.property(node, (tree) => {
      const printed = printExpression(tree);
      expect(printExpression(parseExpression(printed))).toBe(printed);
    }),
    { numRuns: 300 },
  );
});
