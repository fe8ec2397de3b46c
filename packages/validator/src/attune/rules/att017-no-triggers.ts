import { atMissing } from '../at-missing.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.4. */
export const att017: AttuneRule = {
  code: 'ATT017',
  name: 'no-triggers',
  severity: 'error',
  summary: 'A sensor does not say which triggers it fires.',
  why: 'The loader links it to nothing, so no rule ever starts it.',
  upstream: ['sensor.missing_trigger_types'],
  *check({ components, profile }) {
    // The seed document asks for the key by itself.
    if (profile === 'seed') return;
    for (const sensor of components.sensor) {
      const { value } = sensor;
      if (value.trigger_types !== undefined || value.trigger_type !== undefined) continue;
      yield atMissing(sensor, 'trigger_types', {
        message: 'the sensor has no "trigger_types"',
        hint: 'add `trigger_types` with the refs of the triggers it fires',
      });
    }
  },
};
