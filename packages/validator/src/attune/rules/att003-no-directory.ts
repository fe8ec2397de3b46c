import type { AttuneRule } from '../rule.ts';

/** Spec 2.5. */
export const att003: AttuneRule = {
  code: 'ATT003',
  name: 'no-directory',
  severity: 'error',
  summary: 'Something else stands where a directory of components belongs.',
  why: 'The loader looks for components in directories of these names only.',
  upstream: ['component.not_directory'],
  *check({ scan }) {
    for (const file of scan.notDirectories) {
      yield {
        file,
        span: { start: 0, end: 0 },
        message: `"${file}" is not a directory`,
        hint: 'rename it, or make it a directory of YAML files',
      };
    }
  },
};
