import { expect, test } from 'vitest';
import { misspelled, packWith, sampleReport, wide } from './fixtures/sample-report.ts';
import { reportOf } from './report.ts';

test('a report counts packs, errors and warnings', () => {
  expect(sampleReport.summary).toEqual({ packs: 2, errors: 2, warnings: 1 });
});

test('counts add up over packs', () => {
  const { summary } = reportOf([packWith([misspelled]), packWith([wide]), packWith([])]);
  expect(summary).toEqual({ packs: 3, errors: 1, warnings: 1 });
});
