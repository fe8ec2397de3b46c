import { expect, test } from 'vitest';
import { typing } from '../fixtures/typing.ts';
import { ask } from './ask.ts';

const ENTER = '\r';

test('what has not been said is asked, with a default to accept', async () => {
  const plan = await ask('web-servers', { binary: 'nginx' }, typing(ENTER, '!', ENTER, ENTER, 'y', ENTER));
  expect(plan).toEqual({
    id: 'web-servers',
    name: 'Web servers!',
    description: 'Commands that look after Web servers!.',
    binary: 'nginx',
    script: true,
  });
});

test('an answer that does not do is asked again', async () => {
  const said = { name: 'A', description: 'B', binary: 'c', script: false };
  const plan = await ask('demo', said, typing('!', ENTER, '\x7f', ENTER));
  expect(plan?.id).toBe('demo');
});

test('giving up gives no plan', async () => {
  expect(await ask('demo', {}, typing(ENTER, '\x03'))).toBeUndefined();
});
