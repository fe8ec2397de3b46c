import { atKey } from '../../structure/finding.ts';
import { nounOf } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';

const WAYS = ['workflow_file', 'entry_point', 'launch'] as const;

/** Spec 1.3. */
export const att131: AttuneRule = {
  code: 'ATT131',
  name: 'several-programs',
  severity: 'warning',
  restsOn: ['workflow_file', 'entry_point', 'launch'],
  summary: 'A component says in two ways what it runs.',
  why: 'The loader takes one of the two: a graph before a script. Releases refuse both.',
  *check({ components }) {
    for (const { kind, document, value } of [...components.action, ...components.sensor]) {
      const data: Readonly<Record<string, unknown>> = value;
      const [first, ...others] = WAYS.filter((key) => (data[key] ?? null) !== null);
      for (const key of others) {
        yield atKey(document, [key], {
          message: `the ${nounOf(kind)} has \`${first}\` already`,
          hint: `keep \`${first}\` or \`${key}\``,
        });
      }
    }
  },
};
