import type { EvershellRule } from '../rule.ts';

const NAMES = /^(?:\.git|\.svn|\.hg|\.idea|\.vscode|node_modules|__pycache__|.*\.swp)$/;

/** Spec 1.5. */
export const evs102: EvershellRule = {
  code: 'EVS102',
  name: 'left-over',
  severity: 'warning',
  summary: 'The pack holds what a program of its author keeps for itself.',
  why: 'It is packed and mounted with the rest, and nothing an agent does needs it.',
  *check({ content }) {
    for (const { path } of content.entries) {
      const slash = path.lastIndexOf('/');
      // At the top it is refused anyway.
      if (slash < 0 || !NAMES.test(path.slice(slash + 1)) || liesInOne(path.slice(0, slash))) continue;
      const message = `"${path}" is kept by a program for itself`;
      yield { file: path, span: { start: 0, end: 0 }, message, hint: 'leave it out of the pack' };
    }
  },
};

function liesInOne(directory: string): boolean {
  return directory.split('/').some((segment) => NAMES.test(segment));
}
