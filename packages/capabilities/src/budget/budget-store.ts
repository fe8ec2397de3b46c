/** What one request asks of one counter. */
export interface Claim {
  /** Whose use is counted: workspace or task, capability, counter, and window. */
  readonly account: string;
  readonly limit: number;
  /** What is reserved. */
  readonly amount: number;
  /** When the window ends, in milliseconds since 1970; null for an account that lasts. */
  readonly until: number | null;
}

/** A reservation, or the position of the first claim for which there was no room. */
export type ReserveResult =
  | { readonly ok: true; readonly reservation: string }
  | { readonly ok: false; readonly claim: number };

/** Use and open reservations of an account. */
export interface Usage {
  readonly used: number;
  readonly reserved: number;
}

/**
 * Where use is counted (specs/evershell 3.12). Each call is one step that nothing else comes between; times are
 * milliseconds since 1970, and never run backwards for one account.
 */
export interface BudgetStore {
  /** Reserves every claim or none: for each, use and reservations and the amount have to be within the limit. */
  reserve(claims: readonly Claim[], now: number): Promise<ReserveResult>;
  /**
   * Charges the claims of a reservation, in their order, in place of what was reserved. True for the one call that
   * settled it; a reservation that was settled or released before, or is unknown, changes nothing.
   */
  settle(reservation: string, charges: readonly number[], now: number): Promise<boolean>;
  /** Gives a reservation back. True for the one call that did. */
  release(reservation: string, now: number): Promise<boolean>;
  usage(account: string, now: number): Promise<Usage>;
}
