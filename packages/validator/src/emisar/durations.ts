import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { parseConfigDuration } from '@packwright/values';
import type { Path } from '../structure/locator.ts';

/** A duration of the configuration grammar in nanoseconds; absent, empty and unreadable ones are 0, as upstream. */
function nanoseconds(text: string | undefined): bigint {
  const parsed = parseConfigDuration(text ?? '');
  return parsed.ok ? parsed.nanoseconds : 0n;
}

/** The timeout of an action and what a caller may choose, in nanoseconds; an absent or zero bound is the timeout. */
export interface TimeoutBounds {
  readonly value: bigint;
  readonly least: bigint;
  readonly most: bigint;
  /** Whether both bounds are given and leave nothing between them. */
  readonly isCrossed: boolean;
}

const known = new WeakMap<EmisarActionDocument, TimeoutBounds>();

export function timeoutBoundsOf(action: EmisarActionDocument): TimeoutBounds {
  const bounds = known.get(action) ?? readBounds(action);
  known.set(action, bounds);
  return bounds;
}

function readBounds({ execution }: EmisarActionDocument): TimeoutBounds {
  const value = nanoseconds(execution.timeout);
  const least = nanoseconds(execution.timeout_min);
  const most = nanoseconds(execution.timeout_max);
  return {
    value,
    least: least || value,
    most: most || value,
    isCrossed: least > most && least !== 0n && most !== 0n,
  };
}

/** Every duration that an action states, with its place. */
export function* durationsOf(action: EmisarActionDocument): Generator<{ text: string; path: Path }> {
  for (const key of ['timeout', 'timeout_min', 'timeout_max', 'cancel_grace'] as const) {
    const text = action.execution[key];
    if (text !== undefined) yield { text, path: ['execution', key] };
  }
  for (const [index, { validation }] of (action.args ?? []).entries()) {
    for (const key of ['min_duration', 'max_duration'] as const) {
      const text = validation?.[key];
      if (text !== undefined) yield { text, path: ['args', index, 'validation', key] };
    }
  }
}
