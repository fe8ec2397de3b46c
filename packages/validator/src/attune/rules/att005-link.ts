import type { AttuneRule } from '../rule.ts';

/** Spec 1.1. */
export const att005: AttuneRule = {
  code: 'ATT005',
  name: 'link',
  severity: 'error',
  summary: 'The pack holds a link, or something else that is neither file nor directory.',
  why: 'No checksum covers it: installing, uploading, indexing and releasing such a pack are all refused.',
  *check({ scan }) {
    for (const file of [...scan.links, ...scan.special]) {
      yield {
        file,
        span: { start: 0, end: 0 },
        message: `"${file}" is ${scan.links.includes(file) ? 'a link' : 'not a regular file'}`,
        hint: 'put a copy of the file in its place, or remove it',
      };
    }
  },
};
