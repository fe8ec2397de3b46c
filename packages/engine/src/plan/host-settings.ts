/** What planning needs to know of the machine and its operator. */
export interface HostSettings {
  /** Directories that no argument may reach into: state, configuration, secrets of the runner. */
  readonly protectedRoots: readonly string[];
  /** Absolute path of the directory of built environments; null where there are none. */
  readonly environmentsDirectory: string | null;
  /** Absolute path of the directory of locks that were approved with trust; null where there are none. */
  readonly approvedLocks: string | null;
  /** Whether an action runs without an environment when its pack asks for one and has no lock for it. */
  readonly unlockedEnvironments: 'refuse' | 'allow';
  /**
   * What a program of the machine says of its version when it is started with `question`, or else with `--version`; null
   * where there is no such program.
   */
  readonly versionOf: (program: string, question?: string) => Promise<string | null>;
  /** The names `python3.N` that programs of the machine have, highest first; `versionOf` says which of them can be run. */
  readonly pythons: () => readonly string[];
}
