/** A runtime that this machine can start entry points with. */
export type Runner = 'shell' | 'python' | 'nodejs' | 'native';

/** Their names (spec 3.7). */
export const namesOfRunner: Readonly<Record<Runner, readonly string[]>> = {
  shell: ['shell', 'bash', 'sh', 'core.shell'],
  python: ['python', 'python3', 'core.python'],
  nodejs: ['nodejs', 'node', 'node.js', 'core.nodejs'],
  native: ['native', 'builtin', 'standalone', 'core.native'],
};

/** The names that authors use first. */
export const runnerNames: readonly Runner[] = ['shell', 'python', 'nodejs', 'native'];

/** The runner that a word means, by any of its names (spec 3.7); nothing for others. */
export function runnerOf(word: string): Runner | undefined {
  const name = word.trim().toLowerCase();
  return runnerNames.find((runner) => namesOfRunner[runner].includes(name));
}
