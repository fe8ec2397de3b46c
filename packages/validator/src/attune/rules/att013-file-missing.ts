import { closest } from '@packwright/values';
import { atValue, replaceValue } from '../../structure/finding.ts';
import { filesBeside } from '../../tree/files-beside.ts';
import { namedFiles } from '../entry-point.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 2.4, 2.5. */
export const att013: AttuneRule = {
  code: 'ATT013',
  name: 'file-missing',
  severity: 'error',
  summary: 'A script or a graph that a component names is not there.',
  why: 'The loader does not look, so the component registers and fails each time it runs.',
  upstream: ['action.entrypoint_missing', 'sensor.entrypoint_missing', 'action.workflow_missing'],
  *check(pack) {
    for (const { document, key, authored, file, isThere, isNative } of namedFiles(pack)) {
      if (file === undefined || isThere || isNative) continue;
      // A graph elsewhere is not looked for at all.
      if (key === 'workflow_file' && !file.startsWith('actions/workflows/')) continue;
      const directory = file.slice(0, file.length - authored.length);
      const near = closest(
        file,
        filesBeside(pack.tree, file).filter((path) => key === 'workflow_file' || !/\.ya?ml$/.test(path)),
      );
      const meant = near?.startsWith(directory) ? near.slice(directory.length) : undefined;
      yield atValue(document, [key], {
        message: `"${authored}" does not exist, where the loader looks for ${file}`,
        hint: meant ? `did you mean "${meant}"?` : 'create it, or name another',
        ...(meant ? { fix: replaceValue(document, [key], meant, `replace with ${meant}`) } : {}),
      });
    }
  },
};
