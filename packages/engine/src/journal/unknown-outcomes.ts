import { existsSync } from 'node:fs';
import { startTimeOf } from '../executor/start-time-of.ts';
import type { JournalPort } from '../ports/journal-port.ts';
import { lastLines } from './journal-tail.ts';

/** A run that was started and of whose end nothing is known. It is never repeated by itself. */
export interface UnknownOutcome {
  readonly eventId: string;
  readonly time: string;
  readonly packId: string;
  readonly actionId: string;
  readonly requestId: string;
}

/** Of what is further back, an earlier start has told. */
const LOOK_BACK = 8 * 1024 * 1024;
const ENDS = new Set(['execution_completed', 'execution_failed', 'action_cancelled', 'validation_failed']);

/** The runs whose runner died before it could journal their end, and of which no later start has told. */
export function unknownOutcomes(path: string): readonly UnknownOutcome[] {
  if (!existsSync(path)) return [];
  const open = new Map<string, UnknownOutcome>();
  for (const line of lastLines(path, LOOK_BACK)) {
    const event = readEvent(line);
    const requestId = event?.caller?.control_plane_request_id;
    if (!event || requestId === undefined) continue;
    if (ENDS.has(event.event_type)) open.delete(requestId);
    if (event.event_type !== 'execution_started' || isAlive(event.runner_id)) continue;
    const { event_id: eventId, time, action_id: actionId, pack_id: packId } = event;
    open.set(requestId, { eventId, time, packId, actionId, requestId });
  }
  return [...open.values()];
}

/** Finds those runs, and journals of each that nobody knows its end. */
export async function settleUnknownOutcomes(
  path: string,
  journal: JournalPort,
): Promise<readonly UnknownOutcome[]> {
  const outcomes = unknownOutcomes(path);
  for (const { requestId, packId, actionId } of outcomes) {
    await journal.record({
      event_type: 'execution_failed',
      caller: { control_plane_request_id: requestId },
      pack_id: packId,
      action_id: actionId,
      error: 'execution_outcome_unknown',
    });
  }
  return outcomes;
}

interface WrittenEvent {
  readonly event_id: string;
  readonly time: string;
  readonly event_type: string;
  readonly runner_id: string;
  readonly caller?: { readonly control_plane_request_id?: string };
  readonly pack_id: string;
  readonly action_id: string;
}

function readEvent(line: string): WrittenEvent | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isAlive(runner: string): boolean {
  const [, pid, start] = /^local-([0-9]+)-([0-9]+)$/.exec(runner) ?? [];
  return pid !== undefined && String(startTimeOf(Number(pid)) ?? '') === start;
}
