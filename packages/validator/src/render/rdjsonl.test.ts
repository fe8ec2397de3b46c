import { expect, test } from 'vitest';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { misspelled, packWith, sampleReport, wide } from './fixtures/sample-report.ts';
import { rdjsonlRenderer } from './rdjsonl.ts';
import { renderReport, reportOf } from './report.ts';

test('a run is one line per diagnostic, columns in bytes, fixes as suggestions', () => {
  expect(renderReport(rdjsonlRenderer(), sampleReport)).toBe(`\
{"message":"risk \\"hgh\\" is not a tier; did you mean \\"high\\"?","location":{"path":"packs/redis/actions/restart.yaml","range":{"start":{"line":4,"column":7},"end":{"line":4,"column":10}}},"severity":"ERROR","source":{"name":"packwright"},"code":{"value":"PCK105","url":"https://packwright.dev/rules/PCK105"},"suggestions":[{"range":{"start":{"line":4,"column":7},"end":{"line":4,"column":10}},"text":"high"}]}
{"message":"title: 50% \\"x\\", really","location":{"path":"packs/redis/actions/restart.yaml","range":{"start":{"line":3,"column":15},"end":{"line":3,"column":18}}},"severity":"WARNING","source":{"name":"packwright"},"code":{"value":"EMI201","url":"https://packwright.dev/rules/EMI201"}}
{"message":"\\"actions/gone.yaml\\" is listed but missing","location":{"path":"packs/redis/actions/gone.yaml"},"severity":"ERROR","source":{"name":"packwright"},"code":{"value":"EMI012","url":"https://packwright.dev/rules/EMI012"}}
`);
});

const suggestions = (fix: Fix) =>
  JSON.parse(renderReport(rdjsonlRenderer(), reportOf([packWith([{ ...wide, fix }], 'a: 1\nb: 2\nc: 3\n')])))
    .suggestions;

test('edits of one fix become one suggestion, whatever their order', () => {
  const file = 'actions/restart.yaml';
  const edits = [
    { file, span: { start: 13, end: 14 }, newText: '9' },
    { file, span: { start: 3, end: 4 }, newText: '8' },
  ];
  expect(suggestions({ title: 'count', edits })).toEqual([
    { range: { start: { line: 1, column: 4 }, end: { line: 3, column: 5 } }, text: '8\nb: 2\nc: 9' },
  ]);
});

test('a fix that touches another file is no suggestion', () => {
  const elsewhere = { file: 'pack.yaml', span: { start: 0, end: 0 }, newText: 'x' };
  expect(
    suggestions({ title: 'both', edits: [...(misspelled.fix?.edits ?? []), elsewhere] }),
  ).toBeUndefined();
});
