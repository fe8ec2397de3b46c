import { expect, test } from 'vitest';
import { typing } from '../fixtures/typing.ts';
import type { Io } from '../io.ts';
import { terminalAsk } from './terminal-ask.ts';

const request = {
  action: { view: { title: 'Flush all keys' } },
  risk: 'high',
  command: 'redis-cli FLUSHALL \x1b[2J',
  reason: 'asked by ops',
} as never;

/** A process at a terminal, and what it was shown. */
function io(interactive: boolean) {
  const shown: string[] = [];
  const output = { write: async (text: string) => void shown.push(text) };
  return { shown, io: { interactive, stderr: output } as unknown as Io };
}

test('a person at the terminal sees what would run and why, and says yes', async () => {
  const { io: process, shown } = io(true);
  const ask = terminalAsk(false, 'ada', process, typing('y'));
  expect(await ask.ask(request)).toEqual({ approved: true, by: 'ada', channel: 'terminal' });
  expect(shown.join('')).toBe(
    'Flush all keys, risk high\n  redis-cli FLUSHALL <U+001B>[2J\n  asked by ops\n',
  );
});

test.each([['n'], ['\r'], ['\x03'], ['\x04']])('%j is no approval', async (key) => {
  const ask = terminalAsk(false, 'ada', io(true).io, typing(key));
  expect(await ask.ask(request)).toEqual({ approved: false, reason: 'the person at the terminal said no' });
});

test('without a terminal nobody is asked, and only --yes approves', async () => {
  expect(await terminalAsk(false, 'ada', io(false).io).ask(request)).toEqual({
    approved: false,
    reason: 'there is no terminal to ask at; --yes approves',
  });
  expect(await terminalAsk(true, 'ada', io(false).io).ask(request)).toMatchObject({ approved: true });
});
