import * as z from 'zod';

export const RequiredVariable = z
  .strictObject({
    name: z.string().min(1),
    required: z.boolean(),
    description: z.string().describe('Empty when the author gave none.'),
  })
  .readonly();
export type RequiredVariable = z.infer<typeof RequiredVariable>;

/** What a host has to offer; a list is empty where the pack asks for nothing. */
export const Requirements = z
  .strictObject({
    os: z.array(z.string()).readonly(),
    binaries: z.array(z.string()).readonly(),
    env: z.array(RequiredVariable).readonly(),
  })
  .readonly();
export type Requirements = z.infer<typeof Requirements>;
