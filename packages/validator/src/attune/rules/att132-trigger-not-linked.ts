import { atValue } from '../../structure/finding.ts';
import { referencesOf } from '../references.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.4. */
export const att132: AttuneRule = {
  code: 'ATT132',
  name: 'trigger-not-linked',
  severity: 'warning',
  restsOn: [],
  summary: 'A sensor names a trigger of another pack.',
  why: 'The loader links a sensor to triggers of its own pack only, so no rule on that trigger starts it.',
  *check(pack) {
    const sensors = new Set(pack.components.sensor.map(({ document }) => document.file));
    for (const { document, path, kind, ref } of referencesOf(pack)) {
      if (kind !== 'trigger' || !sensors.has(document.file) || pack.ref === '') continue;
      if (ref.startsWith(`${pack.ref}.`)) continue;
      yield atValue(document, path, {
        message: `the trigger "${ref}" is not one of this pack, so the sensor is not linked to it`,
        hint: 'bring a trigger of your own, and let rules wait for that',
      });
    }
  },
};
