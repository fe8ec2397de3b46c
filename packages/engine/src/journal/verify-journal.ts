import { sha256 } from '../sha256.ts';
import { remedyFor, TORN_REMEDY } from './damaged-journal.ts';
import { journalLines } from './journal-lines.ts';

/** What the chain of a journal says: how many lines hold, or the first that does not, counted from 1. */
export type JournalVerdict =
  | { readonly ok: true; readonly lines: number }
  | {
      readonly ok: false;
      readonly line: number;
      /** Goes on where `the line` ends. */
      readonly message: string;
      /** What to do. */
      readonly hint: string;
    };

/**
 * Holds every line against the hash of the one before. A line that was changed, removed or put in between is found;
 * lines cut off at the end, or another file in this one's place, are not.
 */
export async function verifyJournal(path: string): Promise<JournalVerdict> {
  let count = 0;
  let expected: string | undefined;
  for await (const { bytes, isWhole } of journalLines(path)) {
    count += 1;
    if (!isWhole) return { ok: false, line: count, message: TORN, hint: TORN_REMEDY };
    const message = faultOf(bytes.toString('utf8'), expected);
    if (message !== undefined) return { ok: false, line: count, message, hint: remedyFor(path) };
    expected = sha256(bytes);
  }
  return { ok: true, lines: count };
}

const TORN = 'has no end, as when a machine stops while it writes';

function faultOf(line: string, expected: string | undefined): string | undefined {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  if (typeof event !== 'object' || event === null) return 'is no event';
  const hash = 'prev_hash' in event ? event.prev_hash : undefined;
  if (hash === expected) return undefined;
  return expected === undefined
    ? 'names a line before it, but it is the first'
    : 'does not carry the hash of the line before it';
}
