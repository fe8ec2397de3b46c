import { expect, test } from 'vitest';
import { codeOf, resultOf } from '../fixtures/packs.ts';
import { admitId, admitRisk, compileAdmission } from './admit.ts';
import { compilePathMatch } from './path-match.ts';

// Taken from the documentation and the table of tests of Go's `path.Match`.
test.each([
  ['abc', 'abc', true],
  ['*', 'abc', true],
  ['*c', 'abc', true],
  ['a*', 'ab/c', false],
  ['a*/b', 'a/c/b', false],
  ['a*b*c*d*e*/f', 'axbxcxdxe/f', true],
  ['a*b*c*d*e*/f', 'axbxcxdxexxx/fff', false],
  ['a*b?c*x', 'abxbbxdbxebxczzy', false],
  ['ab[c]', 'abc', true],
  ['ab[b-d]', 'abc', true],
  ['ab[e-g]', 'abc', false],
  ['ab[^c]', 'abc', false],
  ['ab[^e-g]', 'abc', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'ab', false],
  ['a?b', 'a☺b', true],
  ['a[^a]b', 'a☺b', true],
  ['a???b', 'a☺b', false],
  ['[a-ζ]*', 'α', true],
  ['*[a-ζ]', 'A', false],
  ['a?b', 'a/b', false],
  ['[\\]a]', ']', true],
  ['[x\\-]', '-', true],
  ['*x', 'xxx', true],
  ['linux.*', 'linux.disk.free', true],
  ['Linux.*', 'linux.uptime', false],
])('the pattern %s and the name %s', (pattern, name, matches) => {
  expect(compilePathMatch(pattern)?.(name)).toBe(matches);
});

test.each(['[]a]', '[-]', '[x-]', '[-x]', '[a-b-c]', '[', '[^', '[^bc', 'a[', 'a\\'])(
  'the pattern %s is malformed',
  (pattern) => {
    expect(compilePathMatch(pattern)).toBeUndefined();
  },
);

test('many stars take no longer than the pattern times the name', () => {
  const matches = compilePathMatch(`${'*a'.repeat(200)}b`);
  expect(matches?.('a'.repeat(5000))).toBe(false);
});

test('with patterns to allow one has to match, and none of those to deny', () => {
  const admission = resultOf(compileAdmission({ allow: ['linux.*', 'nic.*'], deny: ['linux.reboot'] }));
  expect(admitId(admission, 'linux.uptime')).toEqual({ admitted: true });
  expect(admitId(admission, 'linux.reboot')).toEqual({
    admitted: false,
    rule: '"linux.reboot" under "deny" matches',
  });
  expect(admitId(admission, 'redis.get')).toEqual({
    admitted: false,
    rule: 'no pattern under "allow" matches',
  });
});

test('the ceiling keeps higher tiers out, and unrated actions below critical', () => {
  const high = resultOf(compileAdmission({ max_risk: 'high' }));
  expect(admitRisk(high, 'high')).toEqual({ admitted: true });
  expect(admitRisk(high, 'critical')).toEqual({
    admitted: false,
    rule: 'the risk "critical" is above "high"',
  });
  expect(admitRisk(high, 'unrated').admitted).toBe(false);
  expect(admitRisk(resultOf(compileAdmission({ max_risk: 'critical' })), 'unrated').admitted).toBe(true);
});

test('a host with no settings admits everything; one with a malformed pattern does not start', () => {
  const open = resultOf(compileAdmission());
  expect([admitId(open, 'a.b'), admitRisk(open, 'critical')]).toEqual([
    { admitted: true },
    { admitted: true },
  ]);
  expect(codeOf(compileAdmission({ deny: ['['] }))).toBe('pattern_malformed');
  expect(codeOf(compileAdmission({ allow: [''] }))).toBe('pattern_malformed');
});
