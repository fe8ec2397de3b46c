import type { EvershellRule } from '../rule.ts';

/** Spec 1.10. */
export const evs020: EvershellRule = {
  code: 'EVS020',
  name: 'behavior-not-utf8',
  severity: 'error',
  summary: 'The file `behavior.md` is not UTF-8.',
  why: 'It becomes part of a prompt, as it is.',
  upstream: ['behavior_not_utf8'],
  *check({ behavior }) {
    if (behavior?.faultAt === undefined) return;
    const span = { start: behavior.faultAt, end: behavior.faultAt + 1 };
    yield { file: behavior.file, span, message: 'these bytes are not UTF-8', hint: 'save the file as UTF-8' };
  },
};
