import * as z from 'zod';
import { RunnableArg } from './runnable.ts';

const named = {
  id: z.string().min(1),
  title: z.string().min(1),
  summary: z.string().describe('Empty when the author gave none.'),
};

const switchable = {
  ...named,
  enabled: z.boolean().describe('Whether it is on once the pack is installed.'),
};

export const AutomationSensor = z
  .strictObject({
    ...switchable,
    kind: z.string().min(1).describe("What runs it, in the format's own word."),
    triggers: z.array(z.string().min(1)).readonly().describe('Ids of the triggers it fires.'),
  })
  .readonly();
export type AutomationSensor = z.infer<typeof AutomationSensor>;

export const AutomationTrigger = z
  .strictObject({
    ...switchable,
    parameters: z.array(RunnableArg).readonly().describe('What a rule may set, in the order of the author.'),
    payload: z.array(RunnableArg).readonly().describe('What an event carries, in the order of the author.'),
  })
  .readonly();
export type AutomationTrigger = z.infer<typeof AutomationTrigger>;

export const AutomationRule = z
  .strictObject({
    ...switchable,
    trigger: z.string().min(1).describe('Id of the trigger, which may belong to another pack.'),
    action: z.string().min(1).describe('Id of the action, which may belong to another pack.'),
    condition: z.string().describe('When it applies, as the author wrote it; empty for always.'),
  })
  .readonly();
export type AutomationRule = z.infer<typeof AutomationRule>;

export const AutomationTask = z
  .strictObject({
    name: z.string().min(1),
    kind: z.string().min(1).describe("What it does, in the format's own word."),
    action: z.string().describe('Id of the action it runs; empty for none.'),
    next: z.array(z.string().min(1)).readonly().describe('Names of the tasks that may follow, each once.'),
  })
  .readonly();
export type AutomationTask = z.infer<typeof AutomationTask>;

export const AutomationWorkflow = z
  .strictObject({
    ...named,
    tasks: z.array(AutomationTask).readonly().describe('In the order of the author.'),
  })
  .readonly();
export type AutomationWorkflow = z.infer<typeof AutomationWorkflow>;

export const AutomationLimit = z
  .strictObject({
    kind: z.enum(['concurrency', 'rate', 'quota']),
    of: z.string().min(1).describe('What is counted, such as `runs`.'),
    most: z.int().min(1),
    seconds: z.int().min(1).nullable().describe('Length of the window; null where there is none.'),
    beyond: z.enum(['cancel', 'enqueue', 'unsaid']).describe('What becomes of one more.'),
  })
  .readonly();
export type AutomationLimit = z.infer<typeof AutomationLimit>;

export const AutomationPolicy = z
  .strictObject({
    ...switchable,
    action: z.string().min(1).nullable().describe('Id of the action it is for; null for all of the pack.'),
    limits: z.array(AutomationLimit).min(1).readonly(),
  })
  .readonly();
export type AutomationPolicy = z.infer<typeof AutomationPolicy>;

/** What a pack does by itself, each list sorted by id in UTF-8 byte order; empty where the pack has none. */
export const Automation = z
  .strictObject({
    sensors: z.array(AutomationSensor).readonly(),
    triggers: z.array(AutomationTrigger).readonly(),
    rules: z.array(AutomationRule).readonly(),
    workflows: z.array(AutomationWorkflow).readonly(),
    policies: z.array(AutomationPolicy).readonly(),
  })
  .readonly();
export type Automation = z.infer<typeof Automation>;
