/** What one admitted request holds of the budgets of its capability until it is settled. Plain data. */
export interface Reservation {
  /** What the store calls it. */
  readonly id: string;
  readonly capability: string;
  readonly counters: readonly ReservedCounter[];
}

export interface ReservedCounter {
  readonly name: string;
  readonly account: string;
  /** What was reserved, and is charged when the true cost cannot be known. */
  readonly amount: number;
  readonly limit: number;
}
