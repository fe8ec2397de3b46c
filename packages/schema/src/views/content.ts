import * as z from 'zod';

export const ContentGuide = z
  .strictObject({
    path: z.string().min(1),
    title: z.string().min(1).describe('Its first heading, or its file name where it has none.'),
  })
  .readonly();
export type ContentGuide = z.infer<typeof ContentGuide>;

export const ContentScript = z
  .strictObject({
    path: z.string().min(1),
    interpreter: z.string().describe('The program of its first line; empty where that names none.'),
  })
  .readonly();
export type ContentScript = z.infer<typeof ContentScript>;

/** What a pack puts before an agent to read and to use; each list in UTF-8 order of the paths. */
export const Content = z
  .strictObject({
    directories: z.array(z.string().min(1)).readonly().describe('Top-level directories that are there.'),
    guides: z.array(ContentGuide).readonly(),
    scripts: z.array(ContentScript).readonly(),
    templates: z.array(z.string().min(1)).readonly(),
    data: z.array(z.string().min(1)).readonly(),
    behaviorBytes: z
      .int()
      .min(0)
      .nullable()
      .describe('Length of the text that goes into every prompt of the agent; null for none.'),
    files: z.int().min(0).describe('How many files are packed.'),
    bytes: z.int().min(0).describe('What they weigh together.'),
    stripped: z.array(z.string().min(1)).readonly().describe('What systems left behind and is not packed.'),
    suggestions: z.array(z.string().min(1)).readonly().describe('Packs that go well with this one.'),
  })
  .readonly();
export type Content = z.infer<typeof Content>;
