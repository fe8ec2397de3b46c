import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExactJson, ExactJsonError, ExactNumber, parseExactJson, writeExactJson } from './exact-json.ts';

function refusal(text: string, maxDepth = 1000): string {
  try {
    parseExactJson(text, { maxDepth });
    return 'accepted';
  } catch (error) {
    if (error instanceof ExactJsonError) return `${error.offset}: ${error.message}`;
    throw error;
  }
}

function toPlain(value: ExactJson): unknown {
  if (value instanceof ExactNumber) return Number(value.literal);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  return Array.isArray(value) ? value.map(toPlain) : value;
}

test('numbers keep the text that was written', () => {
  expect(parseExactJson(' [1.250, 1e400, -0, 12345678901234567890.10] ')).toEqual(
    ['1.250', '1e400', '-0', '12345678901234567890.10'].map((literal) => new ExactNumber(literal)),
  );
});

test('writing gives back what was read, without white space', () => {
  expect(writeExactJson(parseExactJson('{ "b": [1.0, true, null], "a": "\\u00e9\\n" }'))).toBe(
    '{"b":[1.0,true,null],"a":"é\\n"}',
  );
});

test('a key named __proto__ is a key like any other', () => {
  const value = parseExactJson('{"__proto__": {"polluted": true}}') as ReadonlyMap<string, ExactJson>;
  expect([...value.keys()]).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('lone surrogates in escapes are kept', () => {
  expect(parseExactJson('"\\ud800"')).toBe('\ud800');
});

test.each([
  ['{"a":1,"a":1}', '7: duplicate key "a"'],
  ['{"a":1,"\\u0061":2}', '7: duplicate key "a"'],
  ['[{"b":{"x":1,"y":2,"x":3}}]', '19: duplicate key "x"'],
  ['', '0: the text ends early'],
  ['[1,]', '3: expected a value'],
  ['{"a":1,}', '7: expected a key in double quotes'],
  ["{'a':1}", '1: expected a key in double quotes'],
  ['{"a" 1}', '5: expected ":" after the key'],
  ['[1 2]', '3: expected "," or "]"'],
  ['{"a":1', '6: expected "," or "}"'],
  ['[1] x', '4: text after the JSON value'],
  ['01', '1: text after the JSON value'],
  ['1.', '1: text after the JSON value'],
  ['.5', '0: expected a value'],
  ['+1', '0: expected a value'],
  ['NaN', '0: expected a value'],
  ['tru', '0: expected a value'],
  ['// c\n1', '0: expected a value'],
  ['\ufeff1', '0: expected a value'],
  ['"a', '2: the string has no closing quote'],
  ['"a\tb"', '2: a control character in a string must be escaped'],
  ['"\\x"', '1: "\\x" is not an escape'],
  ['"\\u12"', '1: expected four hexadecimal digits after "\\u"'],
])('%j is refused', (text, expected) => {
  expect(refusal(text)).toBe(expected);
});

test('nesting is refused beyond the limit and not before', () => {
  expect(refusal('[[[]]]', 3)).toBe('accepted');
  expect(refusal('[[[[]]]]', 3)).toBe('3: nested deeper than 3 levels');
  expect(refusal('['.repeat(1_000_000))).toBe('1000: nested deeper than 1000 levels');
});

test('whatever JSON.parse reads is read with the same values', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(toPlain(parseExactJson(text))).toEqual(JSON.parse(text));
    }),
  );
});

test('a text is accepted exactly when JSON.parse accepts it, repeated keys aside', () => {
  const noise = fc.array(
    fc.constantFrom(...'{}[]",:0123456789.eE+-\\untrfasl \t\n'.split(''), '\u0000', 'é'),
  );
  fc.assert(
    fc.property(noise, (characters) => {
      const text = characters.join('');
      const found = refusal(text);
      if (found.includes('duplicate key')) return;
      let native = true;
      try {
        JSON.parse(text);
      } catch {
        native = false;
      }
      expect(found === 'accepted').toBe(native);
    }),
    { numRuns: 2000 },
  );
});
