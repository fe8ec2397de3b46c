import { expect, test } from 'vitest';
import { groupsOf } from './replacement-groups.ts';

test.each([
  ['(a)(b)', 2, []],
  ['(?i)(?:a)(?P<key>b)(?<rest>c)', 2, ['key', 'rest']],
  ['\\(a\\)[(](c)', 1, []],
  ['[]()](a)\\Q(x)\\E', 1, []],
  ['[[:alpha:](]+', 0, []],
  ['plain', 0, []],
])('%s has %d groups, named %j', (pattern, count, names) => {
  const groups = groupsOf(pattern);
  expect([groups.count, [...groups.names]]).toEqual([count, names]);
});
