import { atKey } from '../../structure/finding.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 0.1: a deviation, recorded in docs/decisions. */
export const emi112: EmisarRule = {
  code: 'EMI112',
  name: 'host-access',
  severity: 'warning',
  summary: 'The pack uses `setup.host_access`, which runners up to 0.20 refuse.',
  why: 'The key is newer than the loaders in the field: those report an unknown field and load nothing of the pack.',
  *check({ manifest }) {
    if (manifest.value.setup?.host_access === undefined) return;
    yield atKey(manifest, ['setup', 'host_access'], {
      message: 'runners up to 0.20 refuse a pack with "host_access"',
      hint: 'leave it out while such runners are in use; say it in setup.notes',
    });
  },
};
