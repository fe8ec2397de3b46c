/** What planning needs to know of the machine and its operator. */
export interface HostSettings {
  /** Directories that no argument may reach into: state, configuration, secrets of the runner. */
  readonly protectedRoots: readonly string[];
}
