import type { RunnableArg } from '@packwright/schema/views';
import { expect, test } from 'vitest';
import { typing } from '../fixtures/typing.ts';
import { askArguments, missingArguments } from './ask-arguments.ts';

const ENTER = '\r';
const DOWN = '\x1b[B';

const arg = (name: string, type: string, more: Partial<RunnableArg> = {}): RunnableArg =>
  ({ name, type, required: true, description: '', sensitive: false, ...more }) as RunnableArg;

const asked = (args: readonly RunnableArg[], examples: readonly [string, string][] = []) => ({
  view: { args } as never,
  examples: examples.map(([title, argumentsJson]) => ({ title, argumentsJson })),
});

const action = asked(
  [arg('host', 'string'), arg('port', 'integer'), arg('flags', 'string_array')],
  [
    ['the local one', '{"host":"localhost","port":6379}'],
    ['the other one', '{"host":"db","port":1}'],
  ],
);

test('an example of the pack is picked with its arguments', async () => {
  expect(await askArguments(action, [], typing(DOWN, ENTER))).toBe('{"host":"db","port":1}');
});

test('without one of them each argument is asked for and read as its type', async () => {
  const keys = [DOWN, DOWN, ENTER, 'db', ENTER, '7', ENTER, 'a,b', ENTER];
  expect(await askArguments(action, [], typing(...keys))).toBe('{"host":"db","port":7,"flags":["a","b"]}');
});

test('what was given is kept, only the rest is asked for, and no example is offered', async () => {
  const given = ['host=db', 'flags=x'];
  expect(await askArguments(action, given, typing('7', ENTER))).toBe('{"host":"db","flags":["x"],"port":7}');
});

test('what is sensitive is not shown while it is typed', async () => {
  const terminal = typing('hunter2', ENTER);
  let shown = '';
  terminal.output.on('data', (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const answer = await askArguments(asked([arg('key', 'string', { sensitive: true })]), [], terminal);
  expect(answer).toBe('{"key":"hunter2"}');
  expect(shown).not.toContain('hunter2');
});

test('giving up gives no arguments', async () => {
  expect(await askArguments(action, [], typing('\x03'))).toBeUndefined();
  expect(await askArguments(action, ['host=db'], typing('\x03'))).toBeUndefined();
});

test('only required arguments that no word gives are missing', () => {
  const declared = [arg('a', 'string'), arg('ab', 'string'), arg('c', 'string', { required: false })];
  expect(missingArguments(declared, ['ab=1']).map(({ name }) => name)).toEqual(['a']);
});
