import type { Problems } from '../problem.ts';
import { reportIssues } from './issues.ts';
import { isMeasured } from './measure.ts';
import { typeOf } from './type-words.ts';

/** The list, when it is one that is worth a closer look; what its schema refuses is added to the problems. */
export function checkStructure(document: unknown, problems: Problems): readonly unknown[] | undefined {
  if (!isMeasured(document, problems)) return undefined;
  if (Array.isArray(document)) {
    reportIssues(document, problems);
    return document;
  }
  const isWrapped =
    typeof document === 'object' && document !== null && Object.hasOwn(document, 'capabilities');
  const hint = isWrapped
    ? 'write the list itself, without the key `capabilities`'
    : 'write a list: one "- " entry per capability, or [] for none';
  problems.add('not_a_list', '', `${typeOf(document)}, not a list of capabilities`, hint);
  return undefined;
}
