import { atMissing } from '../at-missing.ts';
import { nounOf } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.3, 1.4. */
export const att016: AttuneRule = {
  code: 'ATT016',
  name: 'nothing-to-run',
  severity: 'error',
  summary: 'An action or a sensor does not say what it runs.',
  why: 'It registers with an empty entry point, and every run of it fails.',
  upstream: ['metadata.missing_field'],
  *check({ components, profile }) {
    // The seed document asks for the key by itself.
    if (profile === 'seed') return;
    for (const component of [...components.action, ...components.sensor]) {
      const { kind, value } = component;
      if ('workflow_file' in value && value.workflow_file !== undefined) continue;
      if (value.entry_point !== undefined || value.launch !== undefined) continue;
      const other = kind === 'action' ? ', or `workflow_file` for a graph' : '';
      yield atMissing(component, 'entry_point', {
        message: `the ${nounOf(kind)} has no "entry_point"`,
        hint: `add \`entry_point\` with the name of the script${other}`,
      });
    }
  },
};
