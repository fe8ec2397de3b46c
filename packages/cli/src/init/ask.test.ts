import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { ask } from './ask.ts';

/** A terminal at which someone types these keys, one after the other, whenever something new is shown. */
function typing(...keys: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { columns: 80, isTTY: true });
  const timer = setInterval(() => {
    const key = keys.shift();
    if (key === undefined) clearInterval(timer);
    else input.write(key);
  }, 20);
  output.resume();
  return { input, output };
}

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
