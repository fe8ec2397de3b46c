import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { default as formats } from 'ajv-formats';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack, misspelledPack } from '../fixtures/packs.ts';
import { runBin } from '../fixtures/run-bin.ts';

const json = (cwd: string, ...args: string[]) => {
  const { stdout, ...run } = runBin(['validate', '--output', 'json', ...args], { cwd });
  return { ...run, document: stdout === '' ? undefined : JSON.parse(stdout) };
};
const pathsIn = (cwd: string, ...args: string[]): string[] =>
  json(cwd, ...args).document?.packs.map((pack: { path: string }) => pack.path);

test('a good pack passes and shows its digest', () => {
  const cwd = folderWith(goodPack('packs/demo'));
  expect(runBin(['validate', 'packs/demo'], { cwd })).toEqual({
    code: 0,
    stdout: `\
✓ packs/demo  demo 0.1.0, 1 action  ${GOOD_DIGEST}

nothing to report in 1 pack
`,
    stderr: '',
  });
});

test('a refused pack fails and shows where', () => {
  const cwd = folderWith(misspelledPack('packs/demo'));
  expect(runBin(['validate', 'packs/demo'], { cwd })).toEqual({
    code: 1,
    stdout: `\
✗ packs/demo  demo 0.1.0, 1 error

packs/demo/actions/show.yaml:4:7 error PCK105 \`kind\` "exce" is not one of its values (fix available)
  4 | kind: exce
    |       ^^^^ did you mean "exec"?

1 error in 1 pack
\`packwright fix\` can mend 1 of them
\`packwright explain CODE\` says why
`,
    stderr: '',
  });
});

const withWarning = () => {
  const files = goodPack('demo');
  const action = (files['demo/actions/show.yaml'] ?? '').replace('name: type', 'name: odd name');
  return folderWith({
    ...files,
    'demo/actions/show.yaml': action.replace('--type={{ args.type }}', '--all'),
  });
};

test('warnings pass, and fail with --strict', () => {
  const cwd = withWarning();
  expect(runBin(['validate'], { cwd }).code).toBe(0);
  expect(runBin(['validate', '--strict'], { cwd }).code).toBe(1);
});

test('without a path the working directory is judged', () => {
  expect(pathsIn(folderWith(goodPack('')))).toEqual(['.']);
});

test('packs are found at any depth, in byte order of their paths, not in node_modules and .git', () => {
  const cwd = folderWith({
    ...goodPack('a/b/c/deep'),
    ...goodPack('a-b', 'other'),
    ...goodPack('\uff5e', 'wide'),
    ...goodPack('\u{1f600}', 'smile'),
    ...goodPack('node_modules/x'),
    ...goodPack('a/.git/x'),
    ...goodPack('.hidden', 'hidden'),
  });
  expect(pathsIn(cwd)).toEqual(['.hidden', 'a-b', 'a/b/c/deep', '\uff5e', '\u{1f600}']);
});

test('a pack is not searched for more packs', () => {
  expect(pathsIn(folderWith({ ...goodPack('one'), ...goodPack('one/inner') }))).toEqual(['one']);
});

test('links to directories are not followed by the search, and are by a path that is one', () => {
  const cwd = folderWith({ ...goodPack('real/demo'), 'links/demo': { link: '../real/demo' } });
  expect(pathsIn(cwd)).toEqual(['real/demo']);
  expect(pathsIn(cwd, 'links/demo')).toEqual(['links/demo']);
});

test('a pack that two paths lead to is judged once', () => {
  const cwd = folderWith(goodPack('packs/demo'));
  expect(pathsIn(cwd, 'packs', 'packs/demo', './packs/../packs/demo/')).toEqual(['packs/demo']);
});

test('paths are relative to the working directory', () => {
  const folder = folderWith({ ...goodPack('packs/demo'), 'elsewhere/x': '' });
  expect(pathsIn(join(folder, 'elsewhere'), '../packs')).toEqual(['../packs/demo']);
  expect(pathsIn(join(folder, 'elsewhere'), join(folder, 'packs'))).toEqual(['../packs/demo']);
});

test.each([
  [['gone'], '"gone" does not exist\n  this takes paths; `packwright list` names installed packs'],
  [['demo', './gone'], '"./gone" does not exist'],
  [['empty'], 'no pack found under "empty"\n  a pack is a directory with a pack.yaml'],
  [['yml'], 'no pack found under "yml"\n  rename "pack.yml" to "pack.yaml"'],
  [['notes.txt'], '"notes.txt" is not a pack\n  name the directory of a pack, or an archive of one'],
  [['loop'], '"loop" is a link that leads in a circle'],
])('%j is wrong usage, and nothing is judged', (paths, stderr) => {
  const cwd = folderWith({
    ...goodPack('demo'),
    'empty/x': '',
    'yml/pack.yml': 'id: x\n',
    'notes.txt': '',
    loop: { link: 'loop' },
  });
  expect(runBin(['validate', '--output', 'json', ...paths], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: `packwright validate: ${stderr}\n`,
  });
});

test('packs that claim one id pass alone and fail with --together', () => {
  const cwd = folderWith({ ...goodPack('a'), ...goodPack('b') });
  expect(json(cwd).document.summary).toEqual({ packs: 2, errors: 0, warnings: 0 });
  const { code, document } = json(cwd, '--together');
  expect(code).toBe(1);
  expect(document.packs.map(({ path, ok, digest }: Record<string, unknown>) => [path, ok, digest])).toEqual([
    ['a', true, GOOD_DIGEST],
    ['b', false, null],
  ]);
  expect(document.packs[1].diagnostics.map((diagnostic: { file: string }) => diagnostic.file)).toEqual([
    'pack.yaml',
    'actions/show.yaml',
  ]);
});

test('a profile is told by the pack, and --profile forces one', () => {
  const cwd = folderWith({
    'pack.yaml': 'ref: demo\nlabel: Demo\ndescription: Shows.\nversion: "1.0.0"\n',
    'actions/show.yaml': 'ref: demo.show\nlabel: Show\nentry_point: show.sh\n',
    'actions/show.sh': 'echo\n',
  });
  const profileOf = (...args: string[]) => {
    const { profile, ok } = json(cwd, ...args).document.packs[0];
    return [profile, ok];
  };
  expect(profileOf()).toEqual(['real', true]);
  expect(profileOf('--profile', 'seed')).toEqual(['seed', false]);
  expect(runBin(['validate'], { cwd }).stdout).toContain('demo 1.0.0, profile real, 1 action');
  const unknown = runBin(['validate', '--profile', 'sead'], { cwd });
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('"sead" is no value of "--profile"');
});

test('an archive is a pack', () => {
  const folder = folderWith({ 'demo.tar.gz': archive(goodPack('')) });
  const [pack] = json(folder, 'demo.tar.gz').document.packs;
  expect([pack.path, pack.digest]).toEqual(['demo.tar.gz', GOOD_DIGEST]);
});

test('a damaged archive is refused, and its file has no line to point at', () => {
  const cwd = folderWith({ 'demo.tar.gz': 'not gzip' });
  const { code, stdout } = runBin(['validate', 'demo.tar.gz'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^✗ demo\.tar\.gz {2}1 error\n\ndemo\.tar\.gz error PCK012 the archive is not in gzip format\n/,
  );
});

test('every output is as published, and its diagnostics say where', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../schemas/validate-output.schema.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  const cwd = folderWith({
    ...misspelledPack('a'),
    ...goodPack('b', 'other'),
    'c/pack.yaml': '\tx',
    'd/pack.yaml/x': '',
    'e/pack.yaml': { link: 'nowhere' },
    'f/pack.yaml': 'a: \x00',
    'g/pack.yaml': 'name: x\n',
  });
  const { document } = json(cwd);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document.packs[0].diagnostics).toEqual([
    {
      code: 'PCK105',
      severity: 'error',
      file: 'actions/show.yaml',
      start: { line: 4, column: 7, offset: 56 },
      end: { line: 4, column: 11, offset: 60 },
      message: '`kind` "exce" is not one of its values',
      hint: 'did you mean "exec"?',
      docs: 'https://packwright.dev/rules/PCK105',
    },
  ]);
});

test.each([
  ['sarif', (text: string) => JSON.parse(text).runs[0].tool.driver.rules[0].name, 'not-in-list'],
  ['github', (text: string) => text.split('\n')[1], '1 error in 1 pack'],
  ['junit', (text: string) => text.split('\n')[1], '<testsuites name="packwright">'],
  ['rdjsonl', (text: string) => JSON.parse(text).suggestions[0].text, 'exec'],
])('--output %s is written as that form', (form, read, expected) => {
  const cwd = folderWith(misspelledPack('demo'));
  const { code, stdout } = runBin(['validate', '--output', form], { cwd });
  expect([code, read(stdout)]).toEqual([1, expected]);
});

test('annotations name files from the root of the repository', () => {
  const root = folderWith(misspelledPack('ops/demo'));
  const { stdout } = runBin(['validate', '--output', 'github'], {
    cwd: join(root, 'ops'),
    env: { GITHUB_WORKSPACE: root },
  });
  expect(stdout).toMatch(/^::error file=ops\/demo\/actions\/show\.yaml,/);
});

test('with --strict a warning is a failed test', () => {
  const cwd = withWarning();
  const failures = (...args: string[]) =>
    /failures="(\d+)"/.exec(runBin(['validate', '--output', 'junit', ...args], { cwd }).stdout)?.[1];
  expect([failures(), failures('--strict')]).toEqual(['0', '1']);
});

test('a reader who leaves early does not change the verdict', async () => {
  const packs = Array.from({ length: 40 }, (_, at) => misspelledPack(`p${at}`, `demo${at}`));
  const cwd = folderWith(Object.assign({}, ...packs));
  const bin = join(import.meta.dirname, '../../bin/packwright.js');
  const child = spawn(process.execPath, [bin, 'validate'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, stderr]).toEqual([1, '']);
});

test('a large output arrives whole through a slow pipe', () => {
  const cwd = folderWith({ 'p/pack.yaml': `schema_version: 1\nid: p\n${'x1: 1\n'.repeat(20_000)}` });
  const { document } = json(cwd);
  expect(document.summary.errors).toBe(document.packs[0].diagnostics.length);
});

test('a full disk is a failure of the machine, not of the pack', () => {
  const cwd = folderWith(goodPack('demo'));
  const bin = join(import.meta.dirname, '../../bin/packwright.js');
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [bin, 'validate'], { cwd, stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise<void>((resolve) => {
    child.on('close', (code) => {
      expect([code, stderr]).toEqual([
        2,
        'packwright validate: cannot write the output: ENOSPC: no space left on device, write\n',
      ]);
      resolve();
    });
  });
});

// Root reads everything, so these run as someone else where we are root.
const uid = process.getuid?.() === 0 ? 65_534 : undefined;

test('a directory that cannot be read is a pack with an error', () => {
  const cwd = folderWith(goodPack('packs/demo'));
  chmodSync(cwd, 0o755);
  mkdirSync(join(cwd, 'packs/locked'), { mode: 0o700 });
  if (uid === undefined) chmodSync(join(cwd, 'packs/locked'), 0);
  const { code, stdout } = runBin(['validate', 'packs', '--output', 'json'], { cwd, ...(uid && { uid }) });
  const [, locked] = JSON.parse(stdout).packs;
  expect([
    code,
    locked.path,
    locked.ok,
    locked.diagnostics.map(({ code }: { code: string }) => code),
  ]).toEqual([1, 'packs/locked', false, [expect.stringMatching(/^PCK01[12]$/)]]);
  chmodSync(join(cwd, 'packs/locked'), 0o700);
});

test('a file that cannot be read is a diagnostic of its pack', () => {
  const cwd = folderWith(goodPack('demo'));
  chmodSync(cwd, 0o755);
  writeFileSync(join(cwd, 'demo/actions/show.yaml'), 'x', { mode: 0o600 });
  chmodSync(join(cwd, 'demo/actions/show.yaml'), uid === undefined ? 0 : 0o600);
  const { code, stdout } = runBin(['validate', 'demo', '--output', 'json'], { cwd, ...(uid && { uid }) });
  const [pack] = JSON.parse(stdout).packs;
  expect([code, pack.diagnostics.length, pack.digest]).toEqual([1, 1, null]);
});

/** A gzipped tar of regular files. */
function archive(files: Readonly<Record<string, string>>): Uint8Array {
  const blocks = Object.entries(files).map(([path, text]) => {
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write('0000644\0', 100);
    header.write(`${Buffer.byteLength(text).toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    header.write('ustar\x0000', 257);
    header.write('        ', 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(text) / 512) * 512);
    body.write(text);
    return Buffer.concat([header, body]);
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

test('--scripts warns about a script that its shell cannot parse, and the digest stays', () => {
  const cwd = folderWith({ ...goodPack('demo'), 'demo/run.sh': '#!/bin/sh\nif\n' });
  const { code, document } = json(cwd, '--scripts');
  const [pack] = document.packs;
  expect([code, pack.ok, pack.digest]).toEqual([0, true, GOOD_DIGEST]);
  expect(pack.diagnostics.map(({ code, file }: Record<string, string>) => [code, file])).toEqual([
    ['PCK204', 'run.sh'],
  ]);
  expect(json(cwd).document.packs[0].diagnostics).toEqual([]);
});
