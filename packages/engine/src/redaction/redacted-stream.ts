import { OPEN_END } from './built-in-masks.ts';
import type { Redactor } from './redactor.ts';

/** Held back where a match may reach over lines: more than any secret is long. */
const HOLD = 16_384;
const KEY_BEGINS = /-----BEGIN (?:[A-Z0-9 ]{0,64} )?PRIVATE KEY(?: BLOCK)?-----/;

/** Redacts a text that arrives in pieces; what it gives out, put together, is what redacting the whole would give. */
export interface RedactedStream {
  /** What can be shown once this piece has come; often nothing. */
  push(piece: string): string;
  /** The rest. */
  end(): string;
}

/**
 * Shows each line once it is whole where every mask stays within a line. Where one does not, as much is held back as
 * the reference holds, and only what cannot change any more is shown.
 */
export function redactedStream(redactor: Redactor): RedactedStream {
  const cut = redactor.masks.every(({ isWithinLine }) => isWithinLine) ? afterLastLine : behindHold(redactor);
  let pending = '';
  let retryAt = 0;
  return {
    push(piece) {
      pending += piece;
      if ((!piece.includes('\n') && pending.length <= HOLD) || pending.length < retryAt) return '';
      const at = cut(pending);
      const held = pending.length - at;
      // Much that is held back is looked at again only once it has grown, or each piece would cost as much as all.
      retryAt = held > 4 * HOLD ? held * 1.25 : 0;
      if (at === 0) return '';
      const shown = redactor.apply(pending.slice(0, at)).text;
      pending = pending.slice(at);
      return shown;
    },
    end() {
      const rest = redactor.apply(pending).text;
      pending = '';
      return rest;
    },
  };
}

/** Behind the last line that is whole, that no key block and nothing else keeps open. */
function afterLastLine(pending: string): number {
  let end = pending.lastIndexOf('\n');
  const key = openKey(pending);
  if (key !== -1) end = Math.min(end, pending.lastIndexOf('\n', key));
  while (end > 0) {
    const start = pending.lastIndexOf('\n', end - 1) + 1;
    const line = pending.slice(start, end);
    // An empty line closes nothing: white space may stand between a name and its secret.
    if (line.trim() !== '' && !OPEN_END.test(line.slice(-256))) break;
    end = start - 1;
  }
  return end + 1;
}

function openKey(pending: string): number {
  const begin = pending.search(KEY_BEGINS);
  if (begin === -1) return -1;
  const end = pending.slice(begin).match(/-----END (?:[A-Z0-9 ]{0,64} )?PRIVATE KEY(?: BLOCK)?-----/);
  if (!end) return begin;
  const behind = begin + (end.index ?? 0) + end[0].length;
  const next = openKey(pending.slice(behind));
  return next === -1 ? -1 : behind + next;
}

function behindHold(redactor: Redactor): (pending: string) => number {
  const hold = redactor.secrets.reduce((most, { length }) => Math.max(most, length), HOLD);
  return (pending) => {
    if (pending.length <= hold + HOLD / 4) return 0;
    const at = pending.lastIndexOf('\n', pending.length - hold) + 1;
    if (at === 0 || openKey(pending.slice(0, at)) !== -1) return 0;
    const { text } = redactor.apply(pending.slice(0, at));
    return redactor.apply(pending).text.startsWith(text) ? at : 0;
  };
}
