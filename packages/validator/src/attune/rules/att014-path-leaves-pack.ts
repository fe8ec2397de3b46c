import { atValue } from '../../structure/finding.ts';
import { namedFiles } from '../entry-point.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.3. */
export const att014: AttuneRule = {
  code: 'ATT014',
  name: 'path-outside',
  severity: 'error',
  summary: 'A path leads out of the directory that it has to stay in.',
  why: 'Scripts belong to the pack, and graphs of actions to `actions/workflows/`; the loader takes no others.',
  upstream: ['action.entrypoint', 'sensor.entrypoint', 'action.workflow_path'],
  *check(pack) {
    for (const { document, key, authored, file, isNative } of namedFiles(pack)) {
      if (isNative) continue;
      if (file === undefined) {
        yield atValue(document, [key], {
          message: `the path "${authored}" leaves the pack`,
          hint: 'move the file into the pack, and name it without ".." and a leading "/"',
        });
      } else if (key === 'workflow_file' && !authored.startsWith('workflows/')) {
        yield atValue(document, [key], {
          message: `the graph "${authored}" is not inside actions/workflows/`,
          hint: 'move it there, and begin the path with workflows/',
        });
      }
    }
  },
};
