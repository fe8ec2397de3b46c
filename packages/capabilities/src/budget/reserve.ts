import { toWellFormed } from '@packwright/values';
import type { ExceededCounter } from '../decision/decision.ts';
import type { Exchange } from '../decision/exchange.ts';
import type { EffectiveRule } from '../policy/rule-index.ts';
import { appliesTo } from '../transform/transform.ts';
import { amountOf } from './amount.ts';
import type { BudgetStore, Claim } from './budget-store.ts';
import type { Counter } from './counter.ts';
import type { Reservation } from './reservation.ts';

/** The reservation, null where no counter applies, or the counter that has no room. */
export type Reserved =
  | { readonly ok: true; readonly reservation: Reservation | null }
  | { readonly ok: false; readonly counter: ExceededCounter };

/** Reserves what a rule's counters ask for, all or nothing (specs/evershell 3.12). */
export async function reserve(
  { from: { capability }, allow }: EffectiveRule,
  exchange: Exchange,
  store: BudgetStore,
): Promise<Reserved> {
  const counters = capability.counters.filter((counter) => appliesTo(counter, allow.index));
  if (counters.length === 0) return { ok: true, reservation: null };
  const now = exchange.now.getTime();
  const claims = counters.map((counter) => claimOf(counter, capability.name, exchange));
  const result = await store.reserve(claims, now);
  if (!result.ok) return { ok: false, counter: exceeded(counters[result.claim] as Counter, now) };
  const held = claims.map(({ account, amount, limit }, index) => {
    return { name: (counters[index] as Counter).name, account, amount, limit };
  });
  return { ok: true, reservation: { id: result.reservation, capability: capability.name, counters: held } };
}

function claimOf(counter: Counter, capability: string, exchange: Exchange): Claim {
  const { limit } = counter;
  // What costs nobody knows how much finds no room, and where there is none not even what costs nothing.
  const cost = counter.ceiling ?? amountOf(counter.debit, exchange.whole) ?? limit + 1;
  const amount = limit === 0 ? Math.max(cost, 1) : cost;
  const window = windowOf(counter, exchange.now.getTime());
  const owner = exchange[counter.scope].id;
  const parts = [counter.scope, owner, capability, counter.name, ...(window ? [String(window.from)] : [])];
  const account = parts.map((part) => encodeURIComponent(toWellFormed(part))).join('/');
  return { account, limit, amount, until: window?.until ?? null };
}

/** The stretch of time, counted from 1970, in which a moment lies. */
function windowOf({ windowSeconds }: Counter, now: number) {
  if (windowSeconds === null) return undefined;
  const length = windowSeconds * 1000;
  const from = Math.floor(now / length) * length;
  return { from, until: from + length };
}

function exceeded(counter: Counter, now: number): ExceededCounter {
  const window = windowOf(counter, now);
  const retryAfter = window ? Math.ceil((window.until - now) / 1000) : null;
  return { name: counter.name, limit: counter.limit, retryAfter };
}
