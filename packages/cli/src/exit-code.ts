/** What the exit code says, the same for all commands. */
export const exitCode = {
  ok: 0,
  /** At least one error in a pack, or warnings where they count as errors. */
  findings: 1,
  /** The command line cannot be followed, or the machine failed. */
  trouble: 2,
  /** A run was refused before anything started. */
  refused: 3,
} as const;
