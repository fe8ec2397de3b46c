import type { RunnableArg } from '@packwright/schema/views';
import { expect, test } from 'vitest';
import { typedArguments } from './typed-arguments.ts';

const declared = Object.entries({
  text: 'string',
  count: 'integer',
  ratio: 'number',
  on: 'boolean',
  words: 'string_array',
  ports: 'integer_array',
  list: 'array',
  map: 'object',
}).map(([name, type]) => ({ name, type }) as RunnableArg);

test.each([
  [['text=007'], '{"text":"007"}'],
  [['text=true'], '{"text":"true"}'],
  [['text=a=b "c"'], '{"text":"a=b \\"c\\""}'],
  [['text='], '{"text":""}'],
  [['count=7'], '{"count":7}'],
  [['count=007'], '{"count":"007"}'],
  [['count=9007199254740993'], '{"count":9007199254740993}'],
  [['count=many'], '{"count":"many"}'],
  [['ratio=1.250'], '{"ratio":1.250}'],
  [['ratio=1e3'], '{"ratio":1e3}'],
  [['on=true'], '{"on":true}'],
  [['on=yes'], '{"on":"yes"}'],
  [['words=1', 'words=b=c'], '{"words":["1","b=c"]}'],
  [['ports=1', 'ports=x'], '{"ports":[1,"x"]}'],
  [['list=[1, 2]'], '{"list":[1, 2]}'],
  [['map={"a":1}'], '{"map":{"a":1}}'],
  [['map={'], '{"map":"{"}'],
  [['unknown=1'], '{"unknown":"1"}'],
  [['__proto__=1'], '{"__proto__":"1"}'],
  [[], '{}'],
])('%j is read as the action declares it: %s', (words, json) => {
  expect(typedArguments(words, declared)).toBe(json);
});

test.each([
  [['text'], '"text" is no argument'],
  [['=x'], '"=x" is no argument'],
  [['count=1', 'count=2'], '"count" is given twice'],
])('%j is wrong usage', (words, message) => {
  expect(() => typedArguments(words, declared)).toThrow(message);
});
