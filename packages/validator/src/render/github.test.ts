import { expect, test } from 'vitest';
import { misspelled, packWith, sampleReport, wide } from './fixtures/sample-report.ts';
import { githubRenderer } from './github.ts';
import { renderReport, reportOf } from './report.ts';

test('a run is one workflow command per diagnostic and a summary', () => {
  expect(renderReport(githubRenderer(), sampleReport)).toBe(`\
::error file=packs/redis/actions/restart.yaml,line=4,endLine=4,col=7,endColumn=10,title=PCK105::risk "hgh" is not a tier; did you mean "high"?
::warning file=packs/redis/actions/restart.yaml,line=3,endLine=3,col=11,endColumn=14,title=EMI201::title: 50%25 "x", really
::error file=packs/redis/actions/gone.yaml,title=EMI012::"actions/gone.yaml" is listed but missing
2 errors and 1 warning in 2 packs
`);
});

const commandFor = (path: string, base?: string, changes: Partial<typeof misspelled> = {}) => {
  const pack = packWith([{ ...misspelled, ...changes }], undefined, path);
  return renderReport(githubRenderer({ ...(base && { base }) }), reportOf([pack])).split('\n')[0];
};

test('commas, colons and percent signs of a path are escaped', () => {
  expect(commandFor('a,b:c%')).toMatch(/^::error file=a%2Cb%3Ac%25\/actions\/restart\.yaml,line=4,/);
});

test('paths start at the root of the repository', () => {
  expect(commandFor('packs/redis', 'ops')).toMatch(
    /^::error file=ops\/packs\/redis\/actions\/restart\.yaml,/,
  );
});

test('a span over several lines has no columns, which GitHub would refuse', () => {
  expect(commandFor('p', undefined, { span: { start: 0, end: 25 } })).toBe(
    '::error file=p/actions/restart.yaml,line=1,endLine=2,title=PCK105::risk "hgh" is not a tier; did you mean "high"?',
  );
});

test('a line break in the author text cannot start a command of its own', () => {
  const [first, ...rest] = renderReport(
    githubRenderer(),
    reportOf([packWith([{ ...wide, message: 'x\n::stop-commands::y\r' }])]),
  ).split('\n');
  expect(first).toMatch(/::x\\n::stop-commands::y\\r$/);
  expect(rest).toEqual(['1 warning in 1 pack', '']);
});
