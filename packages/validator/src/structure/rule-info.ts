import type { Severity } from '../diagnostics/diagnostic.ts';

/** What the page of a code says; the code never changes its meaning and is never used again. */
export interface RuleInfo {
  readonly code: string;
  /** Kebab-case; may improve over time. */
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong when this code appears, in one sentence. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** Who is told about it, where it is not everybody: those who ask to be judged as this audience judges. */
  readonly audience?: 'registry';
  /**
   * For a warning: the keys at the top level of a file that it rests on, beside the part in which it stands; faults
   * elsewhere in the file do not silence it. Without this it rests on the whole file, and waits until that is sound.
   */
  readonly restsOn?: readonly string[];
  /** The ids of the load errors in specs/emisar 6.3 that this code reports, if any. */
  readonly upstream?: readonly string[];
}
