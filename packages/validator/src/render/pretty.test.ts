import { expect, test } from 'vitest';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fine, missing, misspelled, packWith, sampleReport, wide } from './fixtures/sample-report.ts';
import { type PrettyOptions, prettyRenderer } from './pretty.ts';
import { type PackReport, renderReport, reportOf } from './report.ts';

const render = (options: PrettyOptions, ...packs: PackReport[]): string =>
  renderReport(prettyRenderer(options), reportOf(packs));

test('a run is shown pack by pack, with frames and a summary', () => {
  expect(renderReport(prettyRenderer(), sampleReport)).toBe(`\
✓ packs/dns  dns 1.2.0, 1 action  sha256:9a007c6f63cb23b776a4ced833ec531c70c547d8cceb653b6db9409fa9b581de

✗ packs/redis  redis 0.3.10, 2 errors, 1 warning

packs/redis/actions/restart.yaml:4:7 error PCK105 risk "hgh" is not a tier (fix available)
  4 | risk: hgh
    |       ^^^ did you mean "high"?

packs/redis/actions/restart.yaml:3:11 warning EMI201 title: 50% "x", really
  3 | title: 重启 "x"
    |             ^^^
  packs/redis/actions/restart.yaml:2:5 the action is named here
  2 | id: redis.restart
    |     -------------

packs/redis/actions/gone.yaml error EMI012 "actions/gone.yaml" is listed but missing

2 errors and 1 warning in 2 packs
\`packwright fix\` can mend 1 of them
\`packwright explain CODE\` says why
`);
});

test('packs without a problem stand line under line', () => {
  const digest = 'sha256:9a007c6f63cb23b776a4ced833ec531c70c547d8cceb653b6db9409fa9b581de';
  expect(render({}, fine, { ...fine, path: 'packs/ntp' })).toBe(`\
✓ packs/dns  dns 1.2.0, 1 action  ${digest}
✓ packs/ntp  dns 1.2.0, 1 action  ${digest}

nothing to report in 2 packs
`);
});

test('a digest that does not fit moves below its pack', () => {
  expect(render({ width: 80 }, fine)).toBe(`\
✓ packs/dns  dns 1.2.0, 1 action
  sha256:9a007c6f63cb23b776a4ced833ec531c70c547d8cceb653b6db9409fa9b581de

nothing to report in 1 pack
`);
});

test('where the reader named the packs, their number goes without saying', () => {
  const last = (...packs: PackReport[]) =>
    render({ counts: 'findings' }, ...packs)
      .split('\n\n')
      .at(-1);
  expect(last(fine)).toBe('nothing to report\n');
  expect(last(packWith([missing]), fine)).toBe('1 error\n`packwright explain CODE` says why\n');
});

test('a pack that cannot name itself is named by its path', () => {
  const { opened } = packWith([missing]);
  const unnamed = { path: 'packs/x', opened: { ...opened, format: null, id: null, version: null } };
  expect(render({}, unnamed).split('\n')[0]).toBe('✗ packs/x  1 error');
});

test('files of a pack in the working directory have no prefix', () => {
  const here = { ...packWith([wide]), path: '.' };
  expect(render({}, here)).toContain('\nactions/restart.yaml:3:11 warning EMI201 ');
});

test('colour marks the severity, and only with `color`', () => {
  expect(render({ color: true }, packWith([misspelled]))).toContain(
    '\x1b[2m    | \x1b[22m      \x1b[31m^^^\x1b[39m \x1b[31mdid you mean "high"?\x1b[39m',
  );
  expect(render({}, packWith([misspelled]))).not.toContain('\x1b');
});

test('a hint that does not fit behind the marks is wrapped below them', () => {
  const hint = 'write one of the four tiers, the lowest that covers what the command can break';
  expect(render({ width: 60 }, packWith([{ ...misspelled, hint }]))).toContain(`
  4 | risk: hgh
    |       ^^^
    = write one of the four tiers, the lowest that covers
      what the command can break
`);
});

test('a hint without a frame stands below its message', () => {
  expect(render({}, packWith([{ ...missing, hint: 'remove the line' }]))).toContain(`
packs/redis/actions/gone.yaml error EMI012 "actions/gone.yaml" is listed but missing
    = remove the line
`);
});

test('space at the end of a line is not repeated', () => {
  const output = render(
    {},
    packWith([{ ...missing, file: 'actions/restart.yaml', span: { start: 2, end: 6 } }], 'a:   \n\nb:  \n'),
  );
  expect(output).toContain('\n  1 | a:\n    |   ^^^\n\n');
});

test('many related places are shown by the first four', () => {
  const place = { file: 'actions/restart.yaml', span: wide.span, message: 'also here' };
  const crowded: Diagnostic = { ...wide, related: Array(6).fill(place) };
  const output = render({}, packWith([crowded]));
  expect(output.split('also here')).toHaveLength(5);
  expect(output).toContain('\n  and 2 more places\n');
});

test('nothing that steers a terminal leaves an author file raw', () => {
  const evil = '\x1b[2J\x9b31m\u202e\r';
  const file = `actions/${evil}.yaml`;
  const content = `title: ${evil}x\n`;
  const pack = packWith([], content, `packs/${evil}`);
  const diagnostic: Diagnostic = {
    ...misspelled,
    file,
    span: { start: 7, end: 8 },
    message: `title "${evil}"`,
    hint: evil,
    related: [{ file, span: { start: 0, end: 1 }, message: evil }],
    fix: { title: evil, edits: [] },
  };
  const opened = { ...pack.opened, id: evil, version: evil, diagnostics: [diagnostic] };
  const sources = new Map([
    [file, packWith([], content).opened.sources.get('actions/restart.yaml') as never],
  ]);
  const output = render({}, { ...pack, opened: { ...opened, sources } });
  expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});
