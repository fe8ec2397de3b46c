import { parseJsonText } from '@packwright/values';
import { startTimeOf } from '../executor/start-time-of.ts';
import type { JournalPort } from '../ports/journal-port.ts';
import { remedyFor } from './damaged-journal.ts';
import { JournalError } from './journal-error.ts';
import { journalLines } from './journal-lines.ts';
import { readMark, writeMark } from './settled-mark.ts';
import { type PlacedLine, unsettledLines } from './unsettled-lines.ts';

/** A run that was started and of whose end nothing is known. It is never repeated by itself. */
export interface UnknownOutcome {
  readonly eventId: string;
  readonly time: string;
  readonly packId: string;
  readonly actionId: string;
  readonly requestId: string;
}

const ENDS = new Set(['execution_completed', 'execution_failed', 'action_cancelled', 'validation_failed']);
/** Fewer bytes are looked through again sooner than the mark is written. */
const WORTH_A_MARK = 64 * 1024;

/** The runs whose runner died before it could journal their end, and of which no later start has told. */
export function unknownOutcomes(path: string): readonly UnknownOutcome[] {
  const { lines } = unsettledLines(path, readMark(path));
  return openRuns(lines)
    .filter(({ event }) => !isAlive(event.runner_id))
    .map(outcomeOf);
}

/**
 * Finds those runs, and journals of each that nobody knows its end. Rejects with a `JournalError` where a line that no
 * earlier start has looked at cannot be read: it may be the start of a run, and nothing is started on a journal that
 * somebody has to look at.
 */
export async function settleUnknownOutcomes(
  path: string,
  journal: JournalPort,
): Promise<readonly UnknownOutcome[]> {
  const { lines, end, markAt } = unsettledLines(path, readMark(path));
  const damaged = lines.find(({ text }) => !readEvent(text));
  if (damaged) throw await damagedAt(damaged);
  const open = openRuns(lines);
  const living = open.filter(({ event }) => isAlive(event.runner_id));
  const outcomes = open.filter((run) => !living.includes(run)).map(outcomeOf);
  for (const { requestId, packId, actionId } of outcomes) {
    await journal.record({
      event_type: 'execution_failed',
      caller: { control_plane_request_id: requestId },
      pack_id: packId,
      action_id: actionId,
      error: 'execution_outcome_unknown',
    });
  }
  // A run that goes on may yet lose its runner.
  if (living.every(({ line }) => line.file === path)) {
    const settled = Math.min(end, ...living.map(({ line }) => line.offset));
    const [first] = lines;
    const isLong = first && (first.file !== path || settled - first.offset >= WORTH_A_MARK);
    const next = isLong ? markAt(settled) : undefined;
    if (next) writeMark(path, next);
  }
  return outcomes;
}

async function damagedAt({ file, offset }: PlacedLine): Promise<JournalError> {
  let count = 0;
  let at = 0;
  for await (const { bytes } of journalLines(file)) {
    count += 1;
    if (at === offset) break;
    at += bytes.length + 1;
  }
  return new JournalError(`${file}:${count}: the journal is damaged, this line is no event`, {
    hint: remedyFor(file),
  });
}

interface OpenRun {
  readonly event: WrittenEvent;
  readonly line: PlacedLine;
}

/** The runs that were started and of which the lines tell no end, oldest first. */
function openRuns(lines: readonly PlacedLine[]): readonly OpenRun[] {
  const open = new Map<string, OpenRun>();
  for (const line of lines) {
    const event = readEvent(line.text);
    const requestId = event?.caller?.control_plane_request_id;
    if (!event || requestId === undefined) continue;
    if (ENDS.has(event.event_type)) open.delete(requestId);
    if (event.event_type === 'execution_started') open.set(requestId, { event, line });
  }
  return [...open.values()];
}

function outcomeOf({ event }: OpenRun): UnknownOutcome {
  const { event_id: eventId, time, action_id: actionId, pack_id: packId, caller } = event;
  return { eventId, time, packId, actionId, requestId: caller?.control_plane_request_id ?? '' };
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
  const event = parseJsonText(line);
  return typeof event === 'object' && event !== null ? (event as WrittenEvent) : undefined;
}

function isAlive(runner: string): boolean {
  const [, pid, start] = /^local-([0-9]+)-([0-9]+)$/.exec(runner) ?? [];
  return pid !== undefined && String(startTimeOf(Number(pid)) ?? '') === start;
}
