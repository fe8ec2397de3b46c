// Where work may run. Read as strictly as serde does: a label that is no text refuses the pack.
import * as z from 'zod';
import { Int32 } from './scalars.ts';

export const AttuneWorkerSelector = z.record(z.string(), z.string());

export const AttuneToleration = z
  .looseObject({
    key: z.string().describe('Key of the taint.'),
    operator: z
      .string()
      .optional()
      .describe('How the taint is compared.')
      .meta({ examples: ['equal', 'exists'] }),
    value: z.string().nullish().describe('Value of the taint.'),
    effect: z
      .string()
      .nullish()
      .describe('Effect of the taint.')
      .meta({ examples: ['no_schedule'] }),
  })
  .meta({ title: 'Toleration' });
export type AttuneToleration = z.infer<typeof AttuneToleration>;

export const AttuneWorkerTolerations = z.array(AttuneToleration);

const term = z
  .looseObject({
    match_labels: z
      .record(z.string(), z.string())
      .optional()
      .describe('Labels a worker has to carry exactly.'),
    match_expressions: z
      .array(
        z.looseObject({
          key: z.string().describe('Key of the label.'),
          operator: z.string().describe('How the label is compared.'),
          values: z.array(z.string()).optional().describe('Values to compare it with.'),
        }),
      )
      .optional()
      .describe('Comparisons with labels; all have to hold.'),
  })
  .meta({ title: 'Worker term' });

export const AttuneWorkerAffinity = z
  .looseObject({
    required: z.array(term).optional().describe('Terms of which a worker has to meet one.'),
    preferred: z
      .array(
        z.looseObject({
          weight: Int32.optional().describe('How much the preference counts. Default 1.'),
          preference: term.describe('The preferred term.'),
        }),
      )
      .optional()
      .describe('Terms that make a worker the better choice.'),
    anti_affinity: z.array(term).optional().describe('Terms that a worker must not meet.'),
  })
  .meta({ id: 'AttuneWorkerAffinity', title: 'Worker affinity' });
export type AttuneWorkerAffinity = z.infer<typeof AttuneWorkerAffinity>;

/** The three keys of a manifest, an action or a sensor. */
export const placement = (whose: string) => ({
  worker_selector: AttuneWorkerSelector.nullish().describe(
    `Labels that a worker has to carry exactly, for ${whose}. A component may narrow what the pack says, never clear it.`,
  ),
  worker_tolerations: AttuneWorkerTolerations.nullish().describe(
    `Taints of workers that are no obstacle for ${whose}.`,
  ),
  worker_affinity: AttuneWorkerAffinity.nullish().describe(
    `Further wishes and refusals about workers for ${whose}.`,
  ),
});
