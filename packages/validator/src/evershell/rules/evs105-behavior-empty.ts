import type { EvershellRule } from '../rule.ts';

/** Spec 6. */
export const evs105: EvershellRule = {
  code: 'EVS105',
  name: 'behavior-empty',
  severity: 'warning',
  summary: 'The file `behavior.md` says nothing.',
  why: 'The prompt announces the instructions of the pack, and then there are none.',
  *check({ behavior }) {
    if (behavior?.source?.text.trim() !== '') return;
    const hint = 'say how to use the pack, or remove the file';
    yield {
      file: behavior.file,
      span: { start: 0, end: behavior.source.text.length },
      message: 'the file says nothing',
      hint,
    };
  },
};
