import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryBudgetStore } from './memory-budget-store.ts';

const claim = (account: string, amount: number, limit = 10) => ({ account, amount, limit, until: null });

test('a reservation holds room until it is settled for what was used', async () => {
  const store = new MemoryBudgetStore();
  const held = await store.reserve([claim('a', 8)], 0);
  expect(await store.reserve([claim('a', 3)], 0)).toEqual({ ok: false, claim: 0 });
  expect(held.ok && (await store.settle(held.reservation, [2], 0))).toBe(true);
  expect(await store.usage('a', 0)).toEqual({ used: 2, reserved: 0 });
  expect(await store.reserve([claim('a', 8)], 0)).toMatchObject({ ok: true });
});

test('one claim without room takes none of the others', async () => {
  const store = new MemoryBudgetStore();
  expect(await store.reserve([claim('a', 5), claim('b', 11)], 0)).toEqual({ ok: false, claim: 1 });
  expect(await store.usage('a', 0)).toEqual({ used: 0, reserved: 0 });
});

test('a window starts again after its end', async () => {
  const store = new MemoryBudgetStore();
  const windowed = { ...claim('a', 10), until: 1_000 };
  const held = await store.reserve([windowed], 0);
  if (held.ok) await store.settle(held.reservation, [10], 0);
  expect(await store.reserve([windowed], 999)).toEqual({ ok: false, claim: 0 });
  expect(await store.usage('a', 1_000)).toEqual({ used: 0, reserved: 0 });
});

test('a reservation that nobody settles lapses after ten minutes, and a late settlement still charges it', async () => {
  const store = new MemoryBudgetStore();
  const held = await store.reserve([claim('a', 10)], 0);
  const late = 10 * 60_000;
  expect(await store.usage('a', late - 1)).toEqual({ used: 0, reserved: 10 });
  expect(await store.usage('a', late)).toEqual({ used: 0, reserved: 0 });
  expect(held.ok && (await store.settle(held.reservation, [4], late))).toBe(true);
  expect(await store.usage('a', late)).toEqual({ used: 4, reserved: 0 });
});

type Step =
  | {
      readonly kind: 'reserve';
      readonly claims: readonly { readonly account: string; readonly amount: number }[];
    }
  | { readonly kind: 'settle' | 'release'; readonly which: number; readonly cost: number };

const account = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('reserve' as const),
    claims: fc.array(fc.record({ account, amount: fc.nat(6) }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom('settle' as const, 'release' as const),
    which: fc.nat(20),
    cost: fc.nat(6),
  }),
);

test('in any interleaving nothing goes below zero, beyond its limit while nobody overspends, or is charged twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const store = new MemoryBudgetStore();
      const made: { id: string; amounts: readonly (readonly [string, number])[]; open: boolean }[] = [];
      const charged = new Map<string, number>();
      const held = new Map<string, number>();
      const add = (to: Map<string, number>, name: string, amount: number) =>
        to.set(name, (to.get(name) ?? 0) + amount);
      for (const each of steps) {
        if (each.kind === 'reserve') {
          const result = await store.reserve(
            each.claims.map(({ account: name, amount }) => claim(name, amount)),
            0,
          );
          const fits = wouldFit(each.claims, charged, held);
          expect(result.ok).toBe(fits);
          if (!result.ok) continue;
          const amounts = each.claims.map(({ account: name, amount }) => [name, amount] as const);
          for (const [name, amount] of amounts) add(held, name, amount);
          made.push({ id: result.reservation, amounts, open: true });
          continue;
        }
        const reservation = made[each.which];
        // What was used never exceeds what was reserved here, as for a debit that the request alone decides.
        const costs = reservation?.amounts.map(([, amount]) => Math.min(each.cost, amount)) ?? [];
        const id = reservation?.id ?? 'unknown';
        const done = each.kind === 'settle' ? await store.settle(id, costs, 0) : await store.release(id, 0);
        expect(done).toBe(reservation?.open ?? false);
        if (!reservation?.open) continue;
        reservation.open = false;
        for (const [index, [name, amount]] of reservation.amounts.entries()) {
          add(held, name, -amount);
          if (each.kind === 'settle') add(charged, name, costs[index] ?? 0);
        }
      }
      for (const name of ['a', 'b', 'c']) {
        const { used, reserved } = await store.usage(name, 0);
        expect({ used, reserved }).toEqual({ used: charged.get(name) ?? 0, reserved: held.get(name) ?? 0 });
        expect(used >= 0 && reserved >= 0 && used + reserved <= 10).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

/** Whether all claims have room, one after the other. */
function wouldFit(
  claims: readonly { readonly account: string; readonly amount: number }[],
  charged: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, number>,
): boolean {
  const extra = new Map<string, number>();
  return claims.every(({ account: name, amount }) => {
    const sum = (charged.get(name) ?? 0) + (held.get(name) ?? 0) + (extra.get(name) ?? 0) + amount;
    extra.set(name, (extra.get(name) ?? 0) + amount);
    return sum <= 10;
  });
}
