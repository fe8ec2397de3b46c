import { memoryTree } from '@packwright/validator';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { realPacks } from './real-packs.ts';
import { countWarnings, sampleOf, warningTable } from './warning-counts.ts';

const hit = (code: string, line: string) => ({ code, line });

const counts = {
  packs: 1,
  actions: 4,
  hits: [hit('EMI107', 'a'), hit('EMI107', 'b'), hit('EMI107', 'c')],
  registryHits: [hit('EMI201', 'd')],
};

test('the table has every warning rule with its hits, and the rate per action', () => {
  const rule = { summary: '', why: '' };
  const rules = [
    { ...rule, code: 'EMI201', name: 'number-not-bounded', severity: 'warning' },
    { ...rule, code: 'EMI107', name: 'unbounded-string', severity: 'warning' },
    { ...rule, code: 'EMI012', name: 'file-missing', severity: 'error' },
  ] as const;
  expect(warningTable(counts, rules)).toBe(`| rule | name | hits |
|---|---|---|
| EMI107 | unbounded-string | 3 |
| EMI201 | number-not-bounded | 1 |

1 packs, 4 actions: 3 warnings, 0.750 per action;
--for registry: 1 more, 1.000 per action`);
});

test('the sample of a rule is always the same', () => {
  expect(sampleOf(counts, 'EMI107', 2)).toEqual(sampleOf(counts, 'EMI107', 2));
  expect(sampleOf(counts, 'EMI107', 20).toSorted()).toEqual(['a', 'b', 'c']);
});

test('of a pack that was changed only what the change brought counts', () => {
  const pack = (homepage: string) =>
    memoryTree({
      'pack.yaml': `schema_version: 1\nid: host\nname: Host\nversion: 1.0.0\ndescription: Facts.\n${homepage}actions: [a.yaml]\n`,
      'a.yaml': `schema_version: 1
id: host.uptime
title: Uptime
kind: exec
risk: low
description: Show how long the host has been up.
side_effects: [none]
execution: {command: {binary: uptime}, timeout: 5s}
output: {max_stdout_bytes: 1024, max_stderr_bytes: 1024}
`,
    });
  const unchanged = pack('homepage: https://example.com\n');
  const { packs, actions, hits, registryHits } = countWarnings([{ tree: pack(''), unchanged }]);
  expect([packs, actions, hits, registryHits.map(({ code }) => code)]).toEqual([1, 1, [], ['EMI210']]);
});

describeShared('corpus/emisar', (corpus) => {
  test('real packs get at most one warning for two actions', () => {
    const { hits, actions } = countWarnings(realPacks(corpus));
    expect(actions).toBe(1689);
    expect(hits.length / actions).toBeLessThanOrEqual(0.5);
  });
});
