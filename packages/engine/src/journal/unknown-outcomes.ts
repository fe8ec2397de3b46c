import { existsSync } from 'node:fs';
import { startTimeOf } from '../executor/start-time-of.ts';
import type { JournalPort } from '../ports/journal-port.ts';
import { remedyFor } from './damaged-journal.ts';
import { JournalError } from './journal-error.ts';
import { journalLines } from './journal-lines.ts';
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

/**
 * Finds those runs, and journals of each that nobody knows its end. Rejects with a `JournalError` where a line among the
 * last cannot be read: it may be the start of a run, and nothing is started on a journal that somebody has to look at.
 */
export async function settleUnknownOutcomes(
  path: string,
  journal: JournalPort,
): Promise<readonly UnknownOutcome[]> {
  await requireReadable(path);
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

async function requireReadable(path: string): Promise<void> {
  if (!existsSync(path) || lastLines(path, LOOK_BACK).every((line) => readEvent(line))) return;
  let count = 0;
  for await (const { bytes } of journalLines(path)) {
    count += 1;
    if (!readEvent(bytes.toString('utf8'))) break;
  }
  throw new JournalError(`${path}:${count}: the journal is damaged, this line is no event`, {
    hint: remedyFor(path),
  });
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
    const event = JSON.parse(line);
    return typeof event === 'object' && event !== null ? event : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(runner: string): boolean {
  const [, pid, start] = /^local-([0-9]+)-([0-9]+)$/.exec(runner) ?? [];
  return pid !== undefined && String(startTimeOf(Number(pid)) ?? '') === start;
}
