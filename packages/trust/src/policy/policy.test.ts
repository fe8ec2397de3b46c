import { RiskRating } from '@packwright/schema';
import { PolicyDocument } from '@packwright/schema/config';
import { expect, test } from 'vitest';
import { checkPolicy } from './check-policy.ts';
import { decideRun, effectiveRisk } from './decide-run.ts';
import { matchesStars } from './matches-stars.ts';
import { policyOf } from './policy.ts';

test('a host that sets nothing allows what is harmless, asks for what is not, and refuses the worst', () => {
  const answers = RiskRating.options.map((risk) => {
    const { decision, channels } = decideRun(policyOf(), { id: 'a.b', risk });
    return [risk, decision, channels.join(' ')];
  });
  expect(answers).toEqual([
    ['low', 'allow', ''],
    ['medium', 'allow', ''],
    ['high', 'ask', 'terminal elicitation catalog'],
    ['critical', 'deny', ''],
    ['unrated', 'ask', 'terminal elicitation catalog'],
  ]);
});

test('a low tier may be approved over HTTP, a high one cannot even be set to it', () => {
  const low = policyOf({ defaults: { low: 'ask' } });
  expect(decideRun(low, { id: 'a.b', risk: 'low' }).channels).toContain('elicitation-http');
  for (const tier of ['high', 'critical', 'unrated']) {
    const document = { approval: { [tier]: ['elicitation-http'] } };
    expect(PolicyDocument.safeParse(document).success).toBe(false);
  }
});

test('the first override that matches wins over the tier, and is named', () => {
  const policy = policyOf({
    overrides: [
      { name: 'no flush', action: 'REDIS.flush*', decision: 'deny' },
      { name: 'cache', action: 'redis.*', decision: 'allow' },
    ],
  });
  const ask = (id: string) => decideRun(policy, { id, risk: 'high' });
  expect(ask('redis.flush_all')).toMatchObject({ decision: 'deny', rule: { override: 'no flush' } });
  expect(ask('redis.save')).toMatchObject({ decision: 'allow', rule: { override: 'cache' } });
  expect(ask('nic.up')).toMatchObject({ decision: 'ask', rule: { tier: 'high' } });
});

test('tiers may not get looser as risk rises, and unrated is never looser than high', () => {
  const problems = checkPolicy(
    policyOf({ defaults: { low: 'ask', high: 'deny', critical: 'ask', unrated: 'ask' } }),
  );
  expect(problems.map(({ tier, message }) => [tier, message])).toEqual([
    ['medium', '`medium` is "allow", which is looser than "ask" for `low`'],
    ['critical', '`critical` is "ask", which is looser than "deny" for `high`'],
    ['unrated', '`unrated` is "ask", which is looser than "deny" for `high`'],
  ]);
  expect(checkPolicy(policyOf())).toEqual([]);
});

test("the operator's rating counts only where the author gave none", () => {
  const ratings = { 'a.b': 'low', 'a.c': 'low' } as const;
  expect(effectiveRisk({ id: 'a.b', risk: 'unrated' }, ratings)).toBe('low');
  expect(effectiveRisk({ id: 'a.c', risk: 'critical' }, ratings)).toBe('critical');
  expect(effectiveRisk({ id: 'constructor', risk: 'unrated' }, ratings)).toBe('unrated');
});

test.each([
  ['*', 'a.b', true],
  ['a.*', 'A.b', true],
  ['a.b', 'a.b.c', false],
  ['*.restart', 'svc.restart', true],
  ['a*b*c', 'aXbYc', true],
  ['a*bc*c', 'abc', false],
  ['aa*a', 'aa', false],
  ['', '', true],
  ['a.?', 'a.b', false],
])('the pattern %s and the id %s', (pattern, id, matches) => {
  expect(matchesStars(pattern, id)).toBe(matches);
});
