import { atValue } from '../../structure/finding.ts';
import type { AttuneRule } from '../rule.ts';

const CONDITION = /^(?:>=|<=|>|<|=|~|\^)?\s*v?[0-9]+(?:\.(?:[0-9]+|x|\*)){0,2}(?:[-+][0-9A-Za-z.-]+)?$/;

/** Spec 3.7. */
export const att109: AttuneRule = {
  code: 'ATT109',
  name: 'version-range',
  severity: 'warning',
  restsOn: [],
  summary: 'A range of versions cannot be read.',
  why: 'No version of the runtime matches it, so every run fails.',
  *check({ components }) {
    for (const { document, value } of [...components.action, ...components.sensor]) {
      const range = value.runtime_version;
      if (typeof range !== 'string') continue;
      const wrong = range.split(',').find((condition) => !CONDITION.test(condition.trim()));
      if (wrong === undefined) continue;
      yield atValue(document, ['runtime_version'], {
        message: `"${wrong.trim()}" is not a condition on versions`,
        hint: 'write one of >=, <=, >, <, =, ~ and ^ before a version, such as ">=3.10", with commas between several',
      });
    }
  },
};
