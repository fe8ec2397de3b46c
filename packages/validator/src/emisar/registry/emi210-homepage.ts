import { atKey, atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** The review bar. */
export const emi210: EmisarRule = {
  code: 'EMI210',
  name: 'homepage',
  severity: 'warning',
  summary: 'The pack has no homepage, or one that is not an https address.',
  why: 'For the public registry people can find who maintains a pack and where to report a problem.',
  *check({ manifest }) {
    const { homepage = '' } = manifest.value;
    if (/^https:\/\/[^\s/]+\.[^\s/]+(?:\/\S*)?$/.test(homepage)) return;
    if (homepage === '') {
      yield atKey(manifest, ['id'], {
        message: 'the pack has no homepage',
        hint: 'add `homepage: https://…`',
      });
      return;
    }
    yield atValue(manifest, ['homepage'], {
      message: `the homepage ${quote(homepage)} is not an https address`,
      hint: 'write it in full, with https://',
    });
  },
};
