import { namesOfRunner } from './runners.ts';

/** A runtime of the platform, and what starts its programs on a machine (spec 3.7). */
export interface Runtime {
  readonly names: readonly string[];
  /** By name on the PATH, or by path; null for what runs by itself, on every machine. */
  readonly program: string | null;
  /** The argument on which the program tells its version. */
  readonly question: string;
}

/** Those that start actions here, and those that only the scripts of actions may call. */
const RUNTIMES: readonly Runtime[] = [
  { names: namesOfRunner.shell, program: '/bin/bash', question: '--version' },
  { names: namesOfRunner.python, program: 'python3', question: '--version' },
  { names: namesOfRunner.nodejs, program: 'node', question: '--version' },
  { names: namesOfRunner.native, program: null, question: '--version' },
  { names: ['go', 'golang', 'core.go'], program: 'go', question: 'version' },
  { names: ['java', 'jdk', 'openjdk', 'core.java'], program: 'java', question: '--version' },
  { names: ['perl', 'perl5', 'core.perl'], program: 'perl', question: '--version' },
  { names: ['r', 'rscript', 'core.r'], program: 'Rscript', question: '--version' },
  { names: ['ruby', 'rb', 'core.ruby'], program: 'ruby', question: '--version' },
];

/** The names of each runtime of the platform, the one that authors use first before the others. */
export const runtimeNames: readonly (readonly string[])[] = RUNTIMES.map(({ names }) => names);

/** The runtime that a word means, by any of its names; nothing for others. */
export function runtimeOf(word: string): Runtime | undefined {
  const name = word.trim().toLowerCase();
  return RUNTIMES.find(({ names }) => names.includes(name));
}
