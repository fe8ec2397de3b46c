// The child process of `guarded-judge.ts`: answers each pack with the promises that were broken.
import { brokenPromises, type PackEntries } from './promises.ts';

process.on('message', (entries: PackEntries) => {
  let broken: string[];
  try {
    broken = brokenPromises(entries);
  } catch (error) {
    broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
  process.send?.(broken);
});
