import type { RiskTier } from '@packwright/schema';

/** Words of a command line, several to an entry, separated by `, `. */
export type WordList = readonly string[];

/** One line of the table: a command that deserves at least a tier. */
export interface FloorRow {
  /**
   * What the program is told to do, options left out, any of the listed: `ec2 terminate-instances`.
   * `*` is any one word, `delete-*` any word that begins so, a leading `**` any number of words.
   * Without it every use of the program counts.
   */
  readonly words?: WordList;
  /** Neighbouring words that have to be there, any of the listed: `-X DELETE`; `--vacuum-*` by its beginning. */
  readonly options?: WordList;
  /** Words with which the row does not count. */
  readonly unless?: WordList;
  readonly tier: RiskTier;
  /** What a run does, going on from "it". */
  readonly reason: string;
}

/** The rows of some programs, and how their command lines are read. */
export interface ProgramRows {
  readonly programs: readonly string[];
  /** Options whose value is the next word. */
  readonly valued?: WordList;
  /** Options with which the program only shows what it would do. */
  readonly harmless?: WordList;
  /** Options whose value is SQL; then `words` are those of a statement. */
  readonly sql?: WordList;
  /** Whether letter case of the words counts for nothing. */
  readonly foldsCase?: true;
  /** Whether a shell program may do it to files and processes of its own: variables and temporary files. */
  readonly sparesOwn?: true;
  readonly rows: readonly FloorRow[];
}
