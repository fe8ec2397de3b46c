import { LIMITS } from '../anatomy/limits.ts';
import type { EvershellRule } from '../rule.ts';

/** Spec 1.2. */
export const evs019: EvershellRule = {
  code: 'EVS019',
  name: 'behavior-too-large',
  severity: 'error',
  summary: 'The file `behavior.md` holds more than 32 KiB.',
  why: 'All of it is sent with every call of the model.',
  upstream: ['behavior_too_large'],
  *check({ behavior }) {
    if (!behavior || behavior.byteLength <= LIMITS.behaviorBytes) return;
    const message = `"${behavior.file}" has ${behavior.byteLength} bytes, more than ${LIMITS.behaviorBytes}`;
    const hint = 'keep the rules, and move the rest to guides/, which are read on demand';
    yield { file: behavior.file, span: { start: 0, end: 0 }, message, hint };
  },
};
