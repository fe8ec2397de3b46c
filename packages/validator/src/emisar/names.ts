import type { ClaimedName } from '../format.ts';
import { spanAt } from '../structure/document.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { EmisarPackFiles } from './pack.ts';
import { emi046 } from './rules/emi046-action-id-twice.ts';

/** Found only among packs that are judged together. */
export const emi002: RuleInfo = {
  code: 'EMI002',
  name: 'pack-id-twice',
  severity: 'error',
  summary: 'Two packs that are loaded together have one id.',
  why: 'A runner keeps one pack per id; which of the two it would be is up to chance.',
  upstream: ['P13'],
};

/** The ids that a runner keeps once across all packs it loads (specs/emisar 1.3, 2.2). */
export function namesOf({ manifest, actions }: EmisarPackFiles): ClaimedName[] {
  const names: ClaimedName[] = [];
  const { id } = manifest.value;
  const place = (document: { file: string }, span: { start: number; end: number }) => ({
    file: document.file,
    span: { start: span.start, end: span.end },
  });
  if (id !== '') {
    names.push({
      what: 'pack id',
      name: id,
      at: place(manifest, spanAt(manifest, ['id'])),
      code: emi002.code,
    });
  }
  for (const { document, action } of actions) {
    if (action.id === '') continue;
    const at = place(document, spanAt(document, ['id']));
    names.push({ what: 'action id', name: action.id, at, code: emi046.code });
  }
  return names;
}
