import type { JournalEvent } from '../ports/journal-port.ts';

/** What the journal adds to an event. */
export interface LineFacts {
  readonly prevHash: string | null;
  readonly eventId: string;
  readonly runnerId: string;
  readonly now: Date;
}

const LONGEST_LINE = 1024 * 1024;

/** One line of a journal without its newline, the fields in their order (specs/emisar 7.10). */
export function journalLine(event: JournalEvent, facts: LineFacts): string {
  const line = written(event, facts);
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line;
  return written(shortened(event), facts);
}

function written(event: JournalEvent, { prevHash, eventId, runnerId, now }: LineFacts): string {
  return JSON.stringify({
    ...(prevHash !== null && { prev_hash: prevHash }),
    event_id: eventId,
    time: now.toISOString(),
    event_type: event.event_type,
    runner_id: runnerId,
    caller: event.caller,
    pack_id: event.pack_id,
    action_id: event.action_id,
    request: event.request,
    metadata: event.metadata,
    execution: event.execution,
    redactions: event.redactions,
    error: event.error,
  });
}

/** Without the parts that can be long; their hashes stay. */
function shortened(event: JournalEvent): JournalEvent {
  const { args_redacted, ...request } = event.request ?? {};
  const { argv, executed_command, stdout_preview, stderr_preview, ...execution } = event.execution ?? {};
  const cut = (text: string | undefined): string | undefined => text?.slice(0, 4_096);
  const error = cut(event.error);
  const reason = cut(request.reason);
  return {
    ...event,
    ...(event.request && { request: { ...request, ...(reason !== undefined && { reason }) } }),
    ...(event.execution && { execution }),
    ...(error !== undefined && { error }),
  };
}
