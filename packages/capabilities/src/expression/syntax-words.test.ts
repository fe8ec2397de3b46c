import { expect, test } from 'vitest';
import { compileExpression } from './compile-expression.ts';

const ANY = 'write one expression of CEL, such as `request.method == "GET"`';

test.each([
  [' ', 'there is no expression', ANY, undefined],
  [
    'request.method ==',
    'ends behind "==", where a value has to follow',
    'write the value, such as a text in quotes',
    '=',
  ],
  ['request.path.startsWith("/a"', '")" is missing at the end', 'write ")" there', '"'],
  ['[1, 2 == 3', '"]" is missing at the end', 'write "]" there', '3'],
  ['(true false)', '")" is missing before "false"', 'write ")" there', 'false'],
  ['request.method = "GET"', '"=" cannot stand here', 'write "==" to compare', '='],
  ['true and false', '"and" cannot stand here', 'write "&&" between two conditions', 'and'],
  ['true | false', '"|" cannot stand here', 'write "||" between two conditions', '|'],
  ['true false', '"false" cannot stand here', ANY, 'false'],
  ['request.method == "GET', 'a text is not closed', 'close it with the quote that opens it', '"GET'],
  ['request.', 'something is missing at the end', ANY, '.'],
  ['== 1', '"==" cannot stand here', ANY, '=='],
])('%s: %s', (source, message, hint, part) => {
  const compiled = compileExpression(source, 'predicate', ['bool']);
  if (compiled.ok) throw new Error('it compiles');
  const { code, message: said, hint: todo, details } = compiled.refusal;
  const { range } = details;
  expect([code, said, todo, range && source.slice(range.start, range.end)]).toEqual([
    'expression_syntax',
    message,
    hint,
    part,
  ]);
});
