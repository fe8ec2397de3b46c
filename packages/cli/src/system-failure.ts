/** What an error of the machine means to its user, and what may be done about it; undefined where Node says it best. */
export function systemFailure(
  error: Error & { readonly code: string; readonly path?: string; readonly dest?: string },
): readonly [message: string, hint: string] | undefined {
  // Of a link, what would have been written.
  const path = error.dest ?? error.path;
  const what = path === undefined ? 'what is to be written' : `"${path}"`;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return [`there is no room left on the disk for ${what}`, 'make room, then run it again'];
    case 'EROFS':
      return [
        `${what} is on a file system that is mounted read-only`,
        'mount it for writing, or name another directory',
      ];
    case 'EACCES':
    case 'EPERM':
      return path === undefined
        ? undefined
        : [
            `${what} is not open to this user (${error.code})`,
            'run it as the user it belongs to, or change who may read and write it',
          ];
    default:
      return undefined;
  }
}
