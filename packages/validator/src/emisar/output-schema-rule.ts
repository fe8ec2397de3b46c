import { atKey, atValue } from '../structure/finding.ts';
import type { OutputSchemaFault } from './output-schema/problem.ts';
import type { EmisarRule } from './rule.ts';

/** A rule over the output schemas of a pack, told by the faults it reports. */
export function outputSchemaRule(
  info: Omit<EmisarRule, 'check'>,
  kinds: readonly OutputSchemaFault[],
): EmisarRule {
  return {
    ...info,
    *check({ actions }) {
      for (const { document, outputSchema } of actions) {
        for (const { kind, path, at, message, hint } of outputSchema) {
          if (!kinds.includes(kind)) continue;
          const place = at === 'key' ? atKey : atValue;
          yield place(document, ['output', 'schema', ...path], {
            message,
            ...(hint === undefined ? {} : { hint }),
          });
        }
      }
    },
  };
}
