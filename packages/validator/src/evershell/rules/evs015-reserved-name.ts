import { atValue } from '../../structure/finding.ts';
import type { EvershellRule } from '../rule.ts';

const RESERVED = new Set(['latest', 'all', 'upload', 'standard', 'platform', 'new']);

/** Spec 1.7. */
export const evs015: EvershellRule = {
  code: 'EVS015',
  name: 'reserved-name',
  severity: 'error',
  summary: 'The name of the pack is one that the platform keeps for itself.',
  why: 'The name is part of addresses and tags, where these words mean something else.',
  upstream: ['slug_reserved'],
  *check({ manifest }) {
    const { name } = manifest.value;
    if (!RESERVED.has(name) && !name.startsWith('sha-')) return;
    yield atValue(manifest, ['name'], {
      message: `the name "${name}" is reserved`,
      hint: `add what the pack is for, such as "${name.replace(/^sha-/, '')}-tools"`,
    });
  },
};
