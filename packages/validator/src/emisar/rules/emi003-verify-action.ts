import { closest } from '@packwright/values';
import { isAtFault } from '../../structure/document.ts';
import { atValue, replaceValue } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar P14. */
export const emi003: EmisarRule = {
  code: 'EMI003',
  name: 'verify-action',
  severity: 'error',
  summary: '`setup.verify` names no action of this pack.',
  why: 'Operators run it to see that the setup works; it has to be there.',
  upstream: ['P14'],
  *check({ manifest, actions, unread, named }) {
    const verify = manifest.value.setup?.verify ?? '';
    const ids = actions.map(({ action }) => action.id);
    if (verify === '' || ids.includes(verify)) return;
    // Any action that could not be read, or whose id is at fault, may be the one.
    if (named.length === 0 || unread.length > 0 || named.some(({ reference }) => !reference.outcome.ok))
      return;
    if (actions.some(({ document }) => isAtFault(document, ['id']))) return;
    const at = ['setup', 'verify'];
    const meant = closest(verify, ids);
    yield atValue(manifest, at, {
      message: `"${verify}" is not an action of this pack`,
      hint: meant ? `did you mean "${meant}"?` : 'name the id of an action that only reads',
      ...(meant ? { fix: replaceValue(manifest, at, meant, `replace with ${meant}`) } : {}),
    });
  },
};
