// The child process of `guarded-judge.ts`: answers each pack with the promises that were broken.
import type { Answer, Question } from './guarded-judge.ts';
import { brokenPromises } from './promises.ts';

process.on('message', ({ id, entries }: Question) => {
  let broken: string[];
  try {
    broken = brokenPromises(entries);
  } catch (error) {
    broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  process.send?.({ id, broken } satisfies Answer);
});
