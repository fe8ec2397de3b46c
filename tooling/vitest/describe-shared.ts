import { describe } from 'vitest';
import { leaveOut } from './leave-out.ts';
import { shared } from './shared.ts';

/** A `describe` over a file or folder of the reference material; left out, in one line, where it is not at hand. */
export function describeShared(path: string, tests: (absolutePath: string) => void): void {
  const found = shared(path);
  if (found === undefined) leaveOut(path, 'no `shared` folder beside the checkout');
  else describe(path, () => tests(found));
}
