import { atValue } from '../../structure/finding.ts';
import { quote } from '../arguments/quote.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 1.4. */
export const emi208: EmisarRule = {
  code: 'EMI208',
  name: 'version-not-numeric',
  severity: 'warning',
  summary: 'The version is not made of numbers and dots.',
  why: 'The public catalog compares versions number by number and takes no other.',
  *check({ manifest }) {
    const { version } = manifest.value;
    if (version === '' || /^[0-9]+(?:\.[0-9]+)*$/.test(version)) return;
    const numeric = /[0-9]+(?:\.[0-9]+)*/.exec(version)?.[0];
    yield atValue(manifest, ['version'], {
      message: `the catalog cannot publish the version ${quote(version)}`,
      hint:
        numeric === undefined
          ? 'use numbers and dots, such as 1.4.0'
          : `use numbers and dots, such as ${numeric}`,
    });
  },
};
