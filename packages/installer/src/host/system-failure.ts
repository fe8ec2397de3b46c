/** Why the machine refused something, for its user. */
export interface SystemFailure {
  readonly message: string;
  /** What may be done about it; undefined where that is not known. */
  readonly hint?: string;
}

type SystemError = Error & { readonly code: string; readonly path?: string; readonly dest?: string };

/** What an error of the machine, as Node reports it, means to its user; undefined for an error of any other kind. */
export function systemFailure(error: unknown): SystemFailure | undefined {
  if (!isSystemError(error)) return undefined;
  // Of a link, what would have been written.
  const path = error.dest ?? error.path;
  const what = path === undefined ? 'what is to be written' : `"${path}"`;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        message: `there is no room left on the disk for ${what}`,
        hint: 'make room, then run it again',
      };
    case 'EROFS':
      return {
        message: `${what} is on a file system that is mounted read-only`,
        hint: 'mount it for writing, or name another directory',
      };
    case 'EACCES':
    case 'EPERM':
      if (path === undefined) break;
      return {
        message: `${what} is not open to this user (${error.code})`,
        hint: 'run it as the user it belongs to, or change who may read and write it',
      };
  }
  return { message: error.message };
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'syscall' in error && 'errno' in error;
