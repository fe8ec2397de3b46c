import type { OutputParser } from '../output/parse-output.ts';
import type { RedactionRule } from './redaction-rule.ts';

/** A text, or the place where a planned file will stand once its private directory exists. */
export type PlannedText = string | { readonly file: string };

/**
 * A file that is written into a private directory of the run, before the start, for its user alone; the directory is
 * removed after the run. One that comes from the pack is read once, compared with its digest, and run as that copy:
 * whoever changes the original later changes nothing.
 */
export type PlannedFile = {
  /** Its path in the private directory, with `/`. */
  readonly name: string;
  /** Whether it is started itself rather than read. */
  readonly isExecutable?: boolean;
} & (
  | { readonly content: Uint8Array; readonly source?: never }
  | {
      /** Absolute path of the original, and the lowercase hex SHA-256 that it has to have. */
      readonly source: { readonly path: string; readonly sha256: string };
      readonly content?: never;
    }
);

/** How standard output is read once the run has succeeded. */
export interface OutputContract {
  readonly parser: OutputParser;
  /** Whether output that cannot be read makes the run fail. */
  readonly isRequired: boolean;
  /** JSON Schema 2020-12 of the result; null for none. */
  readonly schema: Readonly<Record<string, unknown>> | null;
}

/** All that the executor knows of an action: one process, exactly as declared. No shell reads any of it. */
export interface CommandPlan {
  /** A bare name is looked up on the PATH of the runner, not on that of the process. */
  readonly program: PlannedText;
  readonly argv: readonly PlannedText[];
  /** Added to the allow-list of inherited variables; wins over it. */
  readonly env: Readonly<Record<string, PlannedText>>;
  /** What the process reads; null is the null device. */
  readonly stdin: Uint8Array | null;
  readonly cwd: PlannedText;
  /** Name or number of the user to run as; null stays with the user of the runner. */
  readonly user: string | null;
  readonly files: readonly PlannedFile[];
  readonly timeoutMs: number;
  /** Between the polite and the hard stop; null takes what the runner is set to. */
  readonly cancelGraceMs: number | null;
  /** What is kept of each stream; the rest is counted and dropped. */
  readonly maxStdoutBytes: number;
  readonly maxStderrBytes: number;
  /** Exit codes that count as success beside 0. */
  readonly successExitCodes: readonly number[];
  readonly output: OutputContract;
  /** Texts that nobody may see, such as sensitive arguments: masked in everything that leaves the executor. */
  readonly secrets: readonly string[];
  /** The action's own rules, applied behind the secrets and before the built-in ones. */
  readonly redactions: readonly RedactionRule[];
  /** The arguments as JSON text, sensitive ones masked; what the journal shows and hashes. */
  readonly shownArguments: string;
}
