import { atKey, atValue, related } from '../../structure/finding.ts';
import { repeats } from '../../structure/repeats.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.11. */
export const att023: AttuneRule = {
  code: 'ATT023',
  name: 'runtime-versions',
  severity: 'error',
  summary: 'A runtime has one version twice, or two that are the default.',
  why: 'One of the two would be taken, and nobody could say which.',
  upstream: ['runtime.duplicate_version', 'runtime.multiple_defaults'],
  *check({ components }) {
    for (const { document, value } of components.runtime) {
      const versions = value.versions ?? [];
      for (const { index, first, value: version } of repeats(versions.map(({ version }) => version.trim()))) {
        yield atValue(document, ['versions', index, 'version'], {
          message: `the version "${version}" is there twice`,
          hint: 'remove one of the two',
          related: [related(document, ['versions', first, 'version'], 'first written here')],
        });
      }
      const defaults = [...versions.keys()].filter((index) => versions[index]?.is_default === true);
      const [first, ...others] = defaults;
      for (const index of others) {
        yield atKey(document, ['versions', index, 'is_default'], {
          message: 'a second version is the default',
          hint: 'leave one',
          related: [related(document, ['versions', first as number, 'is_default'], 'the first one')],
        });
      }
    }
  },
};
