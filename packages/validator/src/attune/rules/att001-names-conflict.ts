import { attuneAliases } from '@packwright/schema/attune/keys';
import { atKey, related } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';
import { sameValue } from '../same-value.ts';

/** Spec 1.2. */
export const att001: AttuneRule = {
  code: 'ATT001',
  name: 'names-conflict',
  severity: 'error',
  summary: 'The manifest says two different things under the two names of one key.',
  why: 'Loaders differ in which of the two they read, so the newest refuses the pack.',
  upstream: ['manifest.legacy_conflict'],
  *check({ manifest, profile }) {
    if (profile !== 'real') return;
    const value: Readonly<Record<string, unknown>> = manifest.value;
    for (const [older, key] of Object.entries(attuneAliases.pack ?? {})) {
      if (value[older] === undefined || value[key] === undefined) continue;
      if (sameValue(value[older], value[key])) continue;
      yield atKey(manifest, [older], {
        message: `"${older}" is the older name of "${key}", and says something else`,
        hint: `keep "${key}" only`,
        related: [related(manifest, [key], 'what the newer name says')],
      });
    }
  },
};
