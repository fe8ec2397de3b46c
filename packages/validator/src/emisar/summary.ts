import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { foldedStart, foldWhitespace, utf8Length } from '@packwright/values';

const MOST_BYTES = 512;

/** The one line that lists show for an action (specs/emisar 2.4), or undefined when none can be derived. */
export function summaryOf(action: EmisarActionDocument): string | undefined {
  const summary = foldWhitespace(action.summary ?? '');
  if (summary !== '') return summary;
  // Two characters behind the longest sentence tell where it ends, and that more follows.
  const description = foldedStart(action.description, MOST_BYTES + 2);
  if (utf8Length(description) <= MOST_BYTES) return description;
  for (const { index } of description.matchAll(/[.!?](?= |$)/g)) {
    const sentence = description.slice(0, index + 1);
    return utf8Length(sentence) <= MOST_BYTES ? sentence : undefined;
  }
  return undefined;
}
