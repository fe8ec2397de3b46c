import { PassThrough } from 'node:stream';
import { confirm, isCancel } from '@clack/prompts';
import { expect, test } from 'vitest';
import { typing } from './fixtures/typing.ts';
import { untilEnd } from './until-end.ts';

test('an answer is handed on, and nothing listens any more', async () => {
  const terminal = typing('y');
  expect(await untilEnd(terminal, (ending) => confirm({ ...ending, message: 'So?' }))).toBe(true);
  expect([terminal.input.listenerCount('keypress'), terminal.input.listenerCount('end')]).toEqual([0, 0]);
});

test('Ctrl-D gives a question up', async () => {
  const answer = await untilEnd(typing('\x04'), (ending) => confirm({ ...ending, message: 'So?' }));
  expect(isCancel(answer)).toBe(true);
});

test('a terminal that goes away gives a question up, and those after it', async () => {
  const { output } = typing();
  const input = new PassThrough();
  setTimeout(() => input.end(), 20);
  const answers = await untilEnd({ input, output }, async (ending) => [
    await confirm({ ...ending, message: 'So?' }),
    await confirm({ ...ending, message: 'And now?' }),
  ]);
  expect(answers.map(isCancel)).toEqual([true, true]);
});
