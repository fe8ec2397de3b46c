import { lstatSync, realpathSync } from 'node:fs';
import type { HostPaths } from '@packwright/validator/emisar';

/** The paths of this machine, without protected roots and for programs that start in `/`. */
export const nodeHost: HostPaths = {
  realpath: (path) => realpathSync.native(path),
  lstat: (path) => lstatSync(path, { throwIfNoEntry: false }),
  protectedRoots: [],
  cwd: '/',
};
