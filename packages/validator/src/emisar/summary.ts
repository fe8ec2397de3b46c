import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { foldWhitespace, utf8Length } from '@packwright/values';

const MOST_BYTES = 512;

/** The one line that lists show for an action (specs/emisar 2.4), or undefined when none can be derived. */
export function summaryOf(action: EmisarActionDocument): string | undefined {
  const summary = foldWhitespace(action.summary ?? '');
  if (summary !== '') return summary;
  const description = foldWhitespace(action.description);
  if (utf8Length(description) <= MOST_BYTES) return description;
  for (const { index } of description.matchAll(/[.!?](?= |$)/g)) {
    const sentence = description.slice(0, index + 1);
    return utf8Length(sentence) <= MOST_BYTES ? sentence : undefined;
  }
  return undefined;
}
