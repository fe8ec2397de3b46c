import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isLongRun } from '@packwright/vitest';
import { describe, expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { goodPack } from './fixtures/packs.ts';
import { type Run, type RunOptions, runBin } from './fixtures/run-bin.ts';
import { OUTPUTS } from './packs/renderer-for.ts';

const MIB = 1024 * 1024;
/** Nothing is closed to root; other users are those who run the tests already. */
const OTHER_USER = process.getuid?.() === 0 ? { uid: 65_534 } : {};

interface Verdict {
  readonly path: string;
  readonly digest: string | null;
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
}

function validate(args: readonly string[], options: RunOptions): readonly Verdict[] {
  const { stdout } = runBin(['validate', '--output', 'json', ...args], options);
  return (JSON.parse(stdout) as { packs: readonly Verdict[] }).packs;
}

const firstSaid = ({ path, diagnostics: [first] }: Verdict) => [path, first?.code, first?.message];

describe('documents', { timeout: 60_000 }, () => {
  function runMeasured(args: readonly string[], cwd: string): Run & { readonly peakMiB: number } {
    const peak = join(cwd, 'peak');
    const preload = join(import.meta.dirname, 'fixtures', 'report-peak.cjs');
    const env = { NODE_OPTIONS: `--require "${preload}"`, PACKWRIGHT_PEAK: peak };
    const run = runBin(args, { cwd, env });
    return { ...run, peakMiB: Number(readFileSync(peak, 'utf8')) / 1024 };
  }
  const good = goodPack('')['actions/show.yaml'] as string;
  const keys = Array.from({ length: 100_000 }, (_, at) => `key${at}: 1\n`).join('');
  const bomb = Array.from(
    { length: 9 },
    (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`,
  ).join(', ');
  const hostile: readonly [string, string, string][] = [
    ['100,000 unknown keys', good + keys, 'PCK101'],
    ['a description of 20 MiB', good.replace('Lists the', `${'x'.repeat(20 * MIB)} the`), 'EMI020'],
    [
      'a binary of 20 MiB with a slash',
      good.replace('binary: systemctl', `binary: ${'x'.repeat(20 * MIB)}/`),
      'PCK104',
    ],
    [
      '20 MiB of templates',
      good.replace('{{ args.type }}', '{{ args.x }}'.repeat((20 * MIB) / 12)),
      'EMI043',
    ],
    ['5 MiB of tiny values', `${good}zz: [${'a,'.repeat(2.5 * MIB)}]\n`, 'PCK013'],
    ['aliases that multiply', `${good}examples: [{title: t, args: {l0: &l0 [x], ${bomb}}}]\n`, 'PCK005'],
    ['10,000 levels', `${good}examples: ${'['.repeat(10_000)}\n`, 'PCK008'],
  ];
  // The short run shows each in one form, and each form with one of them; the long run all in all.
  const cases = hostile.flatMap(([name, text, code], at) =>
    OUTPUTS.filter((_, form) => isLongRun || form === at % OUTPUTS.length).map(
      (form) => [form, name, text, code] as const,
    ),
  );

  test.each(cases)('as %s: %s is answered within the memory', (form, _, text, code) => {
    const cwd = folderWith({ ...goodPack('pack'), 'pack/actions/show.yaml': text });
    const { code: exit, stdout, peakMiB } = runMeasured(['validate', 'pack', '--output', form], cwd);
    expect(exit).toBe(1);
    expect(stdout).toContain(code);
    expect(stdout.length).toBeLessThan(2 * MIB);
    expect(peakMiB).toBeLessThan(150 + (8 * text.length) / MIB);
  });
});

describe('a search', () => {
  test('follows no link to a directory, so it ends', () => {
    const cwd = folderWith({
      ...goodPack('packs/one'),
      'packs/again': { link: '.' },
      'packs/up': { link: '../..' },
    });
    expect(validate(['packs'], { cwd }).map(({ path }) => path)).toEqual(['packs/one']);
  });

  test('reports each hostile pack and goes on', () => {
    const cwd = folderWith({
      ...goodPack('packs/good'),
      'packs/circle/pack.yaml': { link: 'pack.yaml' },
      'packs/device/pack.yaml': { link: '/dev/zero' },
      ...goodPack('packs/outside'),
      'packs/closed/pack.yaml': { mode: 0o000, text: 'id: a\n' },
    });
    writeFileSync(join(cwd, 'secret'), 'secret');
    rmSync(join(cwd, 'packs/outside/actions/show.yaml'));
    symlinkSync('../../../secret', join(cwd, 'packs/outside/actions/show.yaml'));
    mkdirSync(join(cwd, 'packs/shut'), { mode: 0o000 });
    chmodSync(cwd, 0o755);
    expect(validate(['packs'], { cwd, ...OTHER_USER }).map(firstSaid)).toEqual([
      ['packs/circle', 'PCK011', 'pack.yaml is a link that leads to no file'],
      ['packs/closed', 'PCK011', 'cannot read pack.yaml: permission denied'],
      ['packs/device', 'PCK011', 'pack.yaml is a link that leads to no file'],
      ['packs/good', undefined, undefined],
      ['packs/outside', 'EMI014', 'the action file "actions/show.yaml" leads out of the pack through a link'],
      ['packs/shut', 'PCK011', 'cannot read pack.yaml: permission denied'],
    ]);
    chmodSync(join(cwd, 'packs/shut'), 0o700);
  });
});

describe('a path on the command line', () => {
  test.each([
    ['circle', '"circle" is a link that leads in a circle'],
    ['/dev/zero', '"/dev/zero" is not a pack'],
    ['file.txt', '"file.txt" is not a pack'],
    ['gone.tar.gz', '"gone.tar.gz" does not exist'],
  ])('that is no pack is wrong usage: %s', (path, message) => {
    const cwd = folderWith({ circle: { link: 'circle' }, 'file.txt': '' });
    const { code, stderr } = runBin(['validate', path], { cwd });
    expect(code).toBe(2);
    expect(stderr.split('\n')[0]).toBe(`packwright validate: ${message}`);
  });

  const withPipes = test.skipIf(process.platform === 'win32');

  withPipes('that is a pipe is not waited for, whatever its name', () => {
    const cwd = folderWith({});
    execFileSync('mkfifo', [join(cwd, 'pack.tar.gz')]);
    const { code, stderr } = runBin(['validate', 'pack.tar.gz'], { cwd });
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'packwright validate: "pack.tar.gz" is not a pack']);
  });

  withPipes('that holds a pipe in place of its manifest is not waited for', () => {
    const cwd = folderWith({});
    execFileSync('mkfifo', [join(cwd, 'pack.yaml')]);
    expect(validate(['.'], { cwd }).map(firstSaid)).toEqual([
      ['.', 'PCK011', 'pack.yaml is not a regular file'],
    ]);
  });

  test.each<[string, () => Uint8Array, string]>([
    ['no bytes', () => new Uint8Array(), 'the archive is damaged: unexpected end of file'],
    ['text', () => Buffer.from('id: a\n'), 'the archive is not in gzip format'],
    [
      'gzip that is cut off',
      () => gzipSync(Buffer.alloc(MIB)).subarray(0, 100),
      'the archive is damaged: unexpected end of file',
    ],
    [
      'a gibibyte of zeros',
      () => Buffer.concat(Array<Buffer>(64).fill(gzipSync(Buffer.alloc(16 * MIB)))),
      'the archive unpacks to more than 32 MiB',
    ],
  ])('that is an archive of %s is a pack that cannot be read', (_, bytes, message) => {
    const cwd = folderWith({ 'pack.tar.gz': bytes() });
    expect(validate(['pack.tar.gz'], { cwd }).map(firstSaid)).toEqual([['pack.tar.gz', 'PCK012', message]]);
  });
});
