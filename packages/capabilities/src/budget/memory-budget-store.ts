import type { BudgetStore, Claim, ReserveResult, Usage } from './budget-store.ts';

/** After this, a reservation that nobody settled no longer counts. A late settlement still charges it. */
const RESERVATION_MS = 10 * 60 * 1000;
/** After this, it cannot be settled either. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1000;

interface Account {
  used: number;
  reserved: number;
}

interface Reservation {
  readonly parts: readonly { readonly account: Account; readonly amount: number }[];
  readonly madeAt: number;
}

/** A store for one process, which forgets everything when it ends. */
export class MemoryBudgetStore implements BudgetStore {
  readonly #accounts = new Map<string, Account>();
  /** The accounts of the windows that end at a time. */
  readonly #ending = new Map<number, Set<string>>();
  /** Both oldest first. */
  readonly #open = new Map<string, Reservation>();
  readonly #lapsed = new Map<string, Reservation>();
  #count = 0;

  async reserve(claims: readonly Claim[], now: number): Promise<ReserveResult> {
    this.#advance(now);
    const parts: { readonly account: Account; readonly amount: number }[] = [];
    for (const [index, claim] of claims.entries()) {
      const account = this.#account(claim);
      if (account.used + account.reserved + claim.amount > claim.limit) {
        takeBack(parts);
        return { ok: false, claim: index };
      }
      account.reserved += claim.amount;
      parts.push({ account, amount: claim.amount });
    }
    const reservation = `r${++this.#count}`;
    this.#open.set(reservation, { parts, madeAt: now });
    return { ok: true, reservation };
  }

  async settle(reservation: string, charges: readonly number[], now: number): Promise<boolean> {
    this.#advance(now);
    const parts = this.#close(reservation);
    for (const [index, { account }] of parts?.entries() ?? [])
      account.used = Math.min(account.used + (charges[index] ?? 0), Number.MAX_SAFE_INTEGER);
    return parts !== undefined;
  }

  async release(reservation: string, now: number): Promise<boolean> {
    this.#advance(now);
    return this.#close(reservation) !== undefined;
  }

  async usage(account: string, now: number): Promise<Usage> {
    this.#advance(now);
    const { used = 0, reserved = 0 } = this.#accounts.get(account) ?? {};
    return { used, reserved };
  }

  #account({ account: name, until }: Claim): Account {
    let account = this.#accounts.get(name);
    if (!account) {
      account = { used: 0, reserved: 0 };
      this.#accounts.set(name, account);
      if (until !== null) this.#ending.set(until, (this.#ending.get(until) ?? new Set()).add(name));
    }
    return account;
  }

  /** The parts of a reservation, which from now on count no more. */
  #close(id: string): Reservation['parts'] | undefined {
    const open = this.#open.get(id);
    if (open) takeBack(open.parts);
    const parts = (open ?? this.#lapsed.get(id))?.parts;
    this.#open.delete(id);
    this.#lapsed.delete(id);
    return parts;
  }

  #advance(now: number): void {
    for (const [id, reservation] of this.#open) {
      if (now - reservation.madeAt < RESERVATION_MS) break;
      takeBack(reservation.parts);
      this.#open.delete(id);
      this.#lapsed.set(id, reservation);
    }
    for (const [id, { madeAt }] of this.#lapsed) {
      if (now - madeAt < FORGOTTEN_MS) break;
      this.#lapsed.delete(id);
    }
    for (const [until, names] of this.#ending) {
      if (now < until) continue;
      for (const name of names) this.#accounts.delete(name);
      this.#ending.delete(until);
    }
  }
}

function takeBack(parts: Reservation['parts']): void {
  for (const { account, amount } of parts) account.reserved -= amount;
}
