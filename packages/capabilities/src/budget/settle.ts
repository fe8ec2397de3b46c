import { bytesOf } from '../decision/exchange.ts';
import { normalHeaders } from '../decision/headers.ts';
import { MOST_RESPONSE_BYTES, readJson } from '../decision/json-body.ts';
import { readRequest } from '../decision/read-request.ts';
import type { CapabilityRequest, HeaderFields } from '../decision/request.ts';
import type { ExpressionInput } from '../expression/compile-expression.ts';
import { countValues, expressionValue, Members } from '../expression/values.ts';
import type { Policy } from '../policy/policy.ts';
import { amountOf } from './amount.ts';
import type { BudgetStore } from './budget-store.ts';
import type { Counter } from './counter.ts';
import type { Reservation, ReservedCounter } from './reservation.ts';

/** How an admitted request ended. */
export type Outcome =
  /** The whole response is there. A body that is still compressed is charged as one that cannot be read. */
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers?: HeaderFields;
      readonly body?: string | Uint8Array;
      readonly now: Date;
    }
  /** It was sent, and the response broke off. */
  | { readonly kind: 'aborted'; readonly now: Date }
  /** The connection failed before a byte was sent. */
  | { readonly kind: 'not_sent'; readonly now: Date };

/** Why a counter was charged what was reserved, instead of what the request cost. */
export type CeilingReason = 'response_unparsed' | 'debit_error' | 'stream_aborted';

export interface Charge {
  readonly counter: string;
  readonly amount: number;
  /** Null for the true cost. */
  readonly ceilingReason: CeilingReason | null;
}

/** What became of a reservation. */
export interface Settlement {
  /** False for one that was settled before or is unknown to the store: nothing was charged now. */
  readonly isSettled: boolean;
  readonly charges: readonly Charge[];
}

/**
 * Charges the true cost of an admitted request in place of what was reserved; the reserved amount where the cost cannot
 * be known, and nothing for a request that was never sent (specs/evershell 3.12).
 */
export async function settle(
  policy: Policy,
  request: CapabilityRequest,
  reservation: Reservation,
  outcome: Outcome,
  store: BudgetStore,
): Promise<Settlement> {
  const now = outcome.now.getTime();
  if (outcome.kind === 'not_sent') {
    return { isSettled: await store.release(reservation.id, now), charges: [] };
  }
  const capability = policy.capabilities.find(
    ({ capability: { name } }) => name === reservation.capability,
  )?.capability;
  const input = debitInput(request, outcome);
  const charges = reservation.counters.map((reserved) => {
    const counter = capability?.counters.find(({ name }) => name === reserved.name);
    return { counter: reserved.name, ...costOf(counter, reserved, input) };
  });
  const isSettled = await store.settle(
    reservation.id,
    charges.map(({ amount }) => amount),
    now,
  );
  return { isSettled, charges: isSettled ? charges : [] };
}

interface DebitInput extends ExpressionInput {
  readonly hasResponse: boolean;
  readonly hasJson: boolean;
}

function costOf(
  counter: Counter | undefined,
  reserved: ReservedCounter,
  input: DebitInput | undefined,
): Omit<Charge, 'counter'> {
  const ceiling = (ceilingReason: CeilingReason) => ({ amount: reserved.amount, ceilingReason });
  if (!counter || !input) return ceiling('debit_error');
  const { debit } = counter;
  if (typeof debit !== 'number') {
    if (debit.readsResponse && !input.hasResponse) return ceiling('stream_aborted');
    if (debit.readsResponseBody && !input.hasJson) return ceiling('response_unparsed');
  }
  const amount = amountOf(debit, input);
  return amount === undefined ? ceiling('debit_error') : { amount, ceilingReason: null };
}

function debitInput(request: CapabilityRequest, outcome: Outcome): DebitInput | undefined {
  const asked = readRequest(request);
  if (!asked.ok) return undefined;
  const { variables, size } = asked.exchange.whole;
  if (outcome.kind !== 'response') return { variables, size, hasResponse: false, hasJson: false };
  const headers = normalHeaders(outcome.headers);
  const body = bytesOf(outcome.body);
  const read = readJson(body, headers, MOST_RESPONSE_BYTES);
  const json = read.ok ? read.json : undefined;
  const response = {
    status: BigInt(outcome.status),
    headers: new Members(headers),
    body: json === undefined ? null : expressionValue(json),
  };
  const values = size.values + (json === undefined ? 0 : countValues(json));
  return {
    variables: { request: variables.request, response },
    size: { values, characters: size.characters + body.length },
    hasResponse: true,
    hasJson: json !== undefined,
  };
}
