// Specs/evershell 3.12. The keys are closed. What a debit may read, and what needs a ceiling or a window, are rules.
import * as z from 'zod';
import { EvershellExpression } from './expression.ts';
import { EvershellIdentifier } from './identifier.ts';

const Amount = z.int().min(0);

export const EvershellCounterScope = z.enum(['workspace', 'task']).meta({
  enumDescriptions: ['Counts on as long as the workspace exists.', 'Starts at zero with every task.'],
});
export type EvershellCounterScope = z.infer<typeof EvershellCounterScope>;

export const EvershellCounter = z
  .strictObject({
    limit: Amount.describe('Most that may be used. 0 refuses every request that the counter applies to.'),
    scope: EvershellCounterScope.optional().describe('Whose use is counted. Default `workspace`.'),
    debit: z
      .union([Amount, EvershellExpression])
      .optional()
      .describe(
        'What a request costs: a number, or a CEL expression over `request` and `response` that gives one. Default 1.',
      )
      .meta({ examples: ['response.body.usage.output_tokens'] }),
    ceiling: Amount.optional().describe(
      'What is reserved until the cost is known, and charged when it cannot be known. Needed when `debit` reads `response`.',
    ),
    window: z
      .string()
      .regex(/^[1-9][0-9]*[smhd]$/, 'a number with a unit, such as "30s", "5m", "1h" or "1d"')
      .optional()
      .describe(
        'Length of the stretches of time, counted from 1970, in which use starts again at zero: `1s` to `31d`. Only with the scope `workspace`. Without it, use adds up for ever.',
      )
      .meta({ examples: ['1m', '1h', '1d'] }),
    applies_to: z
      .array(EvershellIdentifier)
      .min(1)
      .optional()
      .describe('Names of allow rules of this capability. All rules when left out.'),
  })
  .meta({ title: 'Counter' });
export type EvershellCounter = z.infer<typeof EvershellCounter>;

export const EvershellBudgets = z
  .strictObject({
    counters: z
      .record(EvershellIdentifier, EvershellCounter)
      .describe('Counters by name. Each is private to its capability; a request has to fit all of them.'),
  })
  .meta({ title: 'Budgets' });
export type EvershellBudgets = z.infer<typeof EvershellBudgets>;
