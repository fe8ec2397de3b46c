import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  type Stats,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveOut } from '@packwright/vitest';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { pythonsOnPath } from './pythons-on-path.ts';

/** What the clock of the file system says, where a test has it stand still. */
let clockMs: number | undefined;
vi.mock('node:fs', async (original) => {
  const fs: typeof import('node:fs') = await original();
  const statSync = (path: string, options: object): Stats => {
    const stats = fs.statSync(path, options) as Stats;
    return clockMs === undefined ? stats : Object.assign(stats, { ctimeMs: clockMs });
  };
  return { ...fs, statSync };
});

/** A directory of the PATH with these files. */
function directoryWith(...names: readonly string[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'packwright-pythons-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const name of names) writeFileSync(join(directory, name), '');
  return directory;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  clockMs = undefined;
});

test('the highest comes first, each once, and nothing else that begins alike', () => {
  const first = directoryWith('python3.9', 'python3', 'python3.11-config', 'python3.41', 'python3.08');
  const second = directoryWith('python3.9', 'python3.12', 'python');
  vi.stubEnv('PATH', `${first}:${second}:${first}/none`);
  expect(pythonsOnPath()()).toEqual(['python3.12', 'python3.9']);
});

test('a directory that is no absolute path does not count', () => {
  vi.stubEnv('PATH', ':.:bin');
  expect(pythonsOnPath()()).toEqual([]);
});

test('what comes and goes is noticed, also in a directory that was long left alone and whose time is set back', () => {
  const directory = directoryWith('python3.9');
  vi.stubEnv('PATH', directory);
  const pythons = pythonsOnPath();
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
  const long = new Date('2020-01-01');
  utimesSync(directory, long, long);
  expect(pythons()).toEqual(['python3.9']);
  writeFileSync(join(directory, 'python3.13'), '');
  utimesSync(directory, long, long);
  expect(pythons()).toEqual(['python3.13', 'python3.9']);
  rmSync(join(directory, 'python3.9'));
  expect(pythons()).toEqual(['python3.13']);
});

test('changes within one tick of the file system are noticed', () => {
  const directory = directoryWith('python3.9');
  vi.stubEnv('PATH', directory);
  const pythons = pythonsOnPath();
  clockMs = Date.now() - 1_000;
  expect(pythons()).toEqual(['python3.9']);
  writeFileSync(join(directory, 'python3.13'), '');
  expect(pythons()).toEqual(['python3.13', 'python3.9']);
});

test('a directory that nobody can look at holds none', () => {
  const directory = directoryWith();
  symlinkSync('loop', join(directory, 'loop'));
  vi.stubEnv('PATH', join(directory, 'loop'));
  expect(pythonsOnPath()()).toEqual([]);
});

const NOBODY = 65534;
if (process.getuid?.() === 0) {
  test('a directory that may be searched and not listed holds any of them', () => {
    const directory = directoryWith();
    chmodSync(directory, 0o755);
    mkdirSync(join(directory, 'bin'), { mode: 0o711 });
    const built = join(import.meta.dirname, '../../dist/index.js');
    const code = `
      const { pythonsOnPath } = await import(${JSON.stringify(built)});
      const names = pythonsOnPath()();
      console.log(names.length, names[0], names.at(-1));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      uid: NOBODY,
      cwd: '/',
      env: { PATH: join(directory, 'bin') },
      encoding: 'utf8',
    });
    expect(output).toBe('41 python3.40 python3.0\n');
  });
} else {
  leaveOut(
    'a directory that may be searched and not listed',
    'run the tests as root, who can start a child as somebody else',
  );
}
