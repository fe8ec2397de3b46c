import { expect, test } from 'vitest';
import { testBench } from '../fixtures/test-runner.ts';
import { clamp } from './clamp.ts';

const host = {
  protectedRoots: [],
  environmentsDirectory: null,
  approvedLocks: null,
  unlockedEnvironments: 'refuse',
  versionOf: async () => null,
  pythons: () => [],
} as const;

test.each([
  ['nothing asked', { declared: 60 }, undefined, 60],
  ['0 asked', { declared: 60 }, 0, 60],
  ['less than nothing asked', { declared: 60, least: 10 }, -1, 60],
  ['no number asked', { declared: 60, least: 10 }, Number.NaN, 60],
  ['more than declared, without a bound', { declared: 60 }, 90, 60],
  ['less than declared, without a bound', { declared: 60 }, 30, 60],
  ['within the bounds', { declared: 60, least: 10, most: 120 }, 90, 90],
  ['beyond the upper bound', { declared: 60, least: 10, most: 120 }, 900, 120],
  ['below the lower bound', { declared: 60, least: 10, most: 120 }, 1, 10],
  ['a bound of 0 is none', { declared: 60, least: 0, most: 0 }, 90, 60],
])('%s', (_, envelope, asked, limit) => {
  expect(clamp(envelope, asked)).toBe(limit);
});

test('what a caller asks for is brought into the envelope of the action (specs/emisar 7.3)', async () => {
  const { pack } = testBench([
    {
      name: 'x',
      execution: 'command:\n  binary: "true"\ntimeout: 60s\ntimeout_min: 10s\ntimeout_max: 120s',
      output: 'max_stdout_bytes_max: 100000',
    },
  ]);
  const limitsFor = async (options: object) => {
    const planned = await pack.actions[0]?.plan('{}', options, host);
    if (!planned?.ok) throw new Error('it was refused');
    return [planned.plan.timeoutMs, planned.plan.maxStdoutBytes, planned.plan.maxStderrBytes];
  };
  expect(await limitsFor({})).toEqual([60_000, 65_536, 65_536]);
  expect(await limitsFor({ timeoutMs: 1, maxStdoutBytes: 1, maxStderrBytes: 1 })).toEqual([
    10_000, 65_536, 65_536,
  ]);
  expect(await limitsFor({ timeoutMs: 9e9, maxStdoutBytes: 9e9, maxStderrBytes: 9e9 })).toEqual([
    120_000, 100_000, 65_536,
  ]);
});
