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
  /** The ids of the load errors in specs/emisar 6.3 that this code reports, if any. */
  readonly upstream?: readonly string[];
}
