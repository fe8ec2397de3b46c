// The steps of a graph; see `workflow.ts` for the loader they are read by.
import * as z from 'zod';
import { ignored, lenient } from './leniency.ts';
import { FreeMap, Uint32, Whole } from './scalars.ts';

const template = (description: string) => z.string().nullish().describe(description);
const target = (description: string) =>
  z.string().nullish().describe(description).meta({ doNotSuggest: true });
const condition = template('When it is taken: an expression in `{{ }}`. Left out: always.').meta({
  examples: ['{{ succeeded() }}', '{{ failed() }}', '{{ timed_out() }}'],
});

const publish = z
  .array(z.union([FreeMap, z.string()]))
  .describe('Workflow variables to set: `name: value`, or a bare name for the whole result.');

export const AttuneTransition = z
  .looseObject({
    when: condition,
    publish: publish.optional(),
    do: z.array(z.string()).nullish().describe('Tasks to start next. Always a list.'),
    __chart_meta__: z
      .unknown()
      .optional()
      .describe('What the editor of the platform draws.')
      .meta({ doNotSuggest: true }),
  })
  .meta({ title: 'Transition' });
export type AttuneTransition = z.infer<typeof AttuneTransition>;

export const AttuneRetry = z
  .looseObject({
    count: Whole.min(1).max(100).describe('How often to try again, 1 to 100.'),
    delay: Uint32.describe('Seconds before the first new try.'),
    backoff: z
      .enum(['constant', 'linear', 'exponential'])
      .optional()
      .describe('How the delay grows. Default `constant`.')
      .meta({ enumDescriptions: ['Not at all.', 'By `delay` each time.', 'To the double each time.'] }),
    max_delay: Uint32.nullish().describe('Longest delay in seconds. Not below `delay`.'),
    on_error: template('Which errors are meant. Not evaluated yet.'),
  })
  .meta({ title: 'Retry' });
export type AttuneRetry = z.infer<typeof AttuneRetry>;

export const AttuneCacheIteration = z
  .strictObject({
    owner_type: z
      .string()
      .nullish()
      .describe('What owns the cache.')
      .meta({ examples: ['pack', 'action', 'sensor'] }),
    owner_ref: template('Ref of the owner.'),
    namespace: z.string().describe('Name of the cache.'),
    generation: z.string().optional().describe('Which generation. Default `active`.'),
    page_size: Whole.min(0).optional().describe('Records fetched at once, 1 to 1000. Default 100.'),
    require_fresh: z.boolean().optional().describe('Whether a stale cache fails the task. Default `false`.'),
  })
  .meta({ title: 'Cache iteration' });
export type AttuneCacheIteration = z.infer<typeof AttuneCacheIteration>;

const waitFor = (what: string) =>
  z.unknown().optional().describe(`Id of ${what}, or a template that is nothing else.`);

export const AttuneWaitFor = z
  .strictObject({
    inquiry: waitFor('an inquiry'),
    execution: waitFor('an execution'),
    work_queue_item: waitFor('an item of a work queue'),
  })
  .meta({ title: 'Wait for' });
export type AttuneWaitFor = z.infer<typeof AttuneWaitFor>;

/** One step of a graph. */
export const AttuneTask = z
  .looseObject({
    name: z.string().describe('Name of the task, unique in the graph, 1 to 255 characters.'),
    type: z
      .enum(['action', 'parallel', 'workflow'])
      .optional()
      .describe('What the task does. Default `action`.')
      .meta({
        enumDescriptions: [
          'Runs an action.',
          'Runs `tasks` beside each other. Platforms so far skip it.',
          'Runs a workflow.',
        ],
      }),
    action: z.string().nullish().describe('Ref of the action, with its pack. Needed for type `action`.'),
    input: FreeMap.optional().describe(
      'Parameters of the action; texts may hold `{{ }}`. Left empty, those of the workflow are handed on.',
    ),
    when: template('Not evaluated yet: put conditions on the transition that leads here.'),
    wait_for: AttuneWaitFor.nullish().describe(
      'What has to happen before the task starts. One of the three.',
    ),
    with_items: template(
      'A list, as a template; the task runs once per entry, which it sees as `item` and `index`.',
    ).meta({
      examples: ['{{ workflow.hosts }}'],
    }),
    iterate_cache: AttuneCacheIteration.nullish().describe(
      'A cache; the task runs once per record. Not beside `with_items`.',
    ),
    batch_size: Whole.min(0).nullish().describe('How many entries at once, 1 to 1000.'),
    concurrency: Whole.min(0).nullish().describe('How many runs at the same time, 1 to 100. Default 1.'),
    retry: AttuneRetry.nullish().describe('Whether to try again after a failure or a timeout.'),
    timeout: lenient(z.union([Uint32, z.string()]))
      .optional()
      .describe(
        'Seconds until the task is stopped, or a template of them. Earlier platforms take a number only.',
      ),
    join: Whole.min(0)
      .nullish()
      .describe('How many tasks leading here have to be done first, at least 1. Left out: any one.'),
    next: z
      .array(AttuneTransition)
      .optional()
      .describe('What follows. Every transition that applies is taken.'),
    permission_set_refs: lenient(z.union([z.string(), z.array(z.string()), z.null()]))
      .optional()
      .describe('Permission sets of the run. None: the run gets no token.'),
    trace_tag_template: template('Mark of the run.'),
    worker_selector: z.unknown().optional().describe('Labels of the worker, or a template of them.'),
    worker_tolerations: z
      .unknown()
      .optional()
      .describe('Taints that are no obstacle, or a template of them.'),
    worker_affinity: z
      .unknown()
      .optional()
      .describe('Further wishes about the worker, or a template of them.'),
    tasks: z
      .array(z.lazy((): z.ZodType => AttuneTask))
      .nullish()
      .describe('Tasks to run beside each other. For type `parallel`, which needs one at least.'),
    permission_set_ref: z
      .unknown()
      .optional()
      .describe('Other name of `permission_set_refs`.')
      .meta({ doNotSuggest: true }),
    on_success: target('Older way to write a transition; passed over beside `next`.'),
    on_failure: target('Older way to write a transition; passed over beside `next`.'),
    on_complete: target('Older way to write a transition; passed over beside `next`.'),
    on_timeout: target('Older way to write a transition; passed over beside `next`.'),
    decision: z
      .array(
        z.looseObject({
          when: condition,
          next: z.string().describe('Task to start.'),
          default: z.boolean().optional().describe('Whether it is taken when no other is.'),
        }),
      )
      .optional()
      .describe('Older way to write transitions; passed over beside `next`.')
      .meta({ doNotSuggest: true }),
    publish: publish
      .optional()
      .describe('Older place of `next[].publish`; passed over beside `next`.')
      .meta({ doNotSuggest: true }),
    env_vars: ignored('Refuses the pack: a task sets no environment. A runtime does.'),
    __chart_meta__: z
      .unknown()
      .optional()
      .describe('What the editor of the platform draws.')
      .meta({ doNotSuggest: true }),
  })
  .meta({ id: 'AttuneTask', title: 'Task' });
export type AttuneTask = z.infer<typeof AttuneTask>;
