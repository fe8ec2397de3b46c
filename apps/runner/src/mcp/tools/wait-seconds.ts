import { z } from 'zod';

/** How long a call may wait for the end of a run. */
export const WaitSeconds = z
  .int()
  .min(0)
  .max(60)
  .default(30)
  .describe('Then the run goes on, and wait_for_run follows it.');
