import { describe, expect, test } from 'vitest';
import { Slots } from './slots.ts';

const never = new AbortController().signal;

/** Lets everything that is ready happen. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Clients that ask in this order, and the order in which they were served. */
async function asked(slots: Slots, clients: readonly string[]) {
  const served: string[] = [];
  const releases: (() => void)[] = [];
  for (const client of clients) {
    void slots.take(never, client).then((release) => {
      served.push(client);
      if (release) releases.push(release);
    });
  }
  await settled();
  const releaseOne = async () => {
    releases.shift()?.();
    await settled();
  };
  return { served, releaseOne };
}

describe('slots', () => {
  test('serve so many at a time, those of one client in their order', async () => {
    const slots = new Slots(2);
    const { served, releaseOne } = await asked(slots, ['a', 'a', 'a', 'a']);
    expect([served.length, slots.running, slots.waiting]).toEqual([2, 2, 2]);
    await releaseOne();
    expect([served.length, slots.running, slots.waiting]).toEqual([3, 2, 1]);
  });

  test('serve a client with one run before the many of another one that came earlier', async () => {
    const { served, releaseOne } = await asked(new Slots(1), ['a', 'a', 'a', 'a', 'b', 'c']);
    for (let round = 0; round < 5; round++) await releaseOne();
    expect(served).toEqual(['a', 'b', 'c', 'a', 'a', 'a']);
  });

  test('serve clients that want much in turn', async () => {
    const { served, releaseOne } = await asked(new Slots(1), ['a', 'a', 'a', 'b', 'b', 'b']);
    for (let round = 0; round < 5; round++) await releaseOne();
    expect(served).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });

  test('give the next one to who has the fewest running', async () => {
    const slots = new Slots(3);
    const { served, releaseOne } = await asked(slots, ['a', 'a', 'a', 'a', 'b', 'b']);
    await releaseOne();
    await releaseOne();
    // "a" has one running and "b" one; it is longer since "a" had its turn.
    expect(served).toEqual(['a', 'a', 'a', 'b', 'a']);
  });

  test('let nobody who comes back again and again pass those who wait all the time', async () => {
    const slots = new Slots(1);
    const served: string[] = [];
    const comes = async (client: string, times: number) => {
      for (let time = 0; time < times; time++) {
        const release = await slots.take(never, client);
        served.push(client);
        await settled();
        release?.();
      }
    };
    const waiting = ['many', 'many', 'many'].map((client) => comes(client, 1));
    await Promise.all([...waiting, comes('b', 4), comes('c', 4)]);
    expect(served.slice(0, 7)).toEqual(['many', 'b', 'c', 'many', 'b', 'c', 'many']);
  });

  test('forget who gives up while waiting', async () => {
    const slots = new Slots(1);
    const first = await slots.take(never, 'a');
    const controller = new AbortController();
    const gone = slots.take(controller.signal, 'b');
    const last = slots.take(never, 'c');
    controller.abort();
    expect(await gone).toBeUndefined();
    expect(slots.waiting).toBe(1);
    first?.();
    (await last)?.();
    expect([slots.running, slots.waiting]).toEqual([0, 0]);
  });

  test('give nothing to who has given up before', async () => {
    expect(await new Slots(1).take(AbortSignal.abort(), 'a')).toBeUndefined();
  });

  test('become more at once, and fewer as runs end', async () => {
    const slots = new Slots(1);
    const { served, releaseOne } = await asked(slots, ['a', 'a', 'a', 'a']);
    slots.resize(3);
    await settled();
    expect(served).toHaveLength(3);
    slots.resize(1);
    await releaseOne();
    await releaseOne();
    expect([served.length, slots.running]).toEqual([3, 1]);
    await releaseOne();
    expect(served).toHaveLength(4);
  });
});
