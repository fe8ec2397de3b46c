/** What path rules need to know of the machine. Errors carry the system's name in `code`, as Node's do. */
export interface HostPaths {
  /** The path with every link resolved; throws when that is not possible. */
  realpath(path: string): string;
  /** Anything but undefined when there is something at the path itself; undefined, or an error with ENOENT, when not. */
  lstat(path: string): unknown;
  /** Directories that no argument may reach into. */
  readonly protectedRoots: readonly string[];
  /** Where relative paths of the action's program start. */
  readonly cwd: string;
}
