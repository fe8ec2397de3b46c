import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { environmentState, markBuilt } from './built.ts';
import { lockOf } from './need.ts';

const LOCK = lockOf('venv', Buffer.from('tinypack==1.0\n'), null);

/** A directory with these files, without content where none is given. */
function directoryWith(...files: readonly (string | readonly [string, string])[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'packwright-built-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, text] of files.map((file) => (typeof file === 'string' ? ([file, ''] as const) : file))) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

/** An environment of Python, and the Python that it was made from. */
function venv() {
  const machine = directoryWith('bin/python3', 'lib/python3.11/os.py');
  const place = directoryWith(
    'bin/python3',
    ['pyvenv.cfg', `home = ${machine}/bin\nversion = 3.11.7\n`],
    'lib/python3.11/site-packages/tinypack/__init__.py',
    'lib/python3.11/site-packages/tinypack-1.0.dist-info/METADATA',
  );
  markBuilt(place, 'venv', LOCK);
  return { machine, place, state: () => environmentState(place, LOCK.sha256) };
}

test('an environment is whole as it was built, also with what came later', () => {
  const { place, state } = venv();
  expect(state()).toBe('whole');
  mkdirSync(join(place, 'lib/python3.11/site-packages/__pycache__'));
  expect(state()).toBe('whole');
});

test.each([
  ['bin/python3', '"bin/python3" is missing'],
  ['bin', '"bin" is missing'],
  ['pyvenv.cfg', '"pyvenv.cfg" is missing'],
  ['lib/python3.11/site-packages', '"lib/python3.11/site-packages/tinypack" is missing'],
  [
    'lib/python3.11/site-packages/tinypack-1.0.dist-info',
    '"lib/python3.11/site-packages/tinypack-1.0.dist-info" is missing',
  ],
  ['built', 'the mark that it was built to its end is missing'],
])('one that lost its %s is damaged', (path, damage) => {
  const { place, state } = venv();
  rmSync(join(place, path), { recursive: true });
  expect(state()).toEqual({ damage });
});

test.each([
  '',
  '17',
  'null',
  LOCK.sha256,
  '{"lock":"00","names":{},"outside":[]}',
  `{"lock":"${LOCK.sha256}"}`,
  `{"lock":"${LOCK.sha256}","names":{"bin":1},"outside":[]}`,
  `{"lock":"${LOCK.sha256}","names":{}}`,
])('the mark %j says nothing of this lock', (mark) => {
  const { place, state } = venv();
  writeFileSync(join(place, 'built'), mark);
  expect(state()).toEqual({ damage: 'the mark that it was built to its end is missing' });
});

test('one whose Python was taken from the machine is damaged', () => {
  const { machine, state } = venv();
  rmSync(join(machine, 'lib/python3.11'), { recursive: true });
  expect(state()).toEqual({
    damage: `the Python that it was made from is gone: "${machine}/lib/python3.11/os.py" is missing`,
  });
});

test('modules of Node are looked for by name', () => {
  const place = directoryWith(
    'package.json',
    'package-lock.json',
    'node_modules/a/index.js',
    'node_modules/b/index.js',
  );
  markBuilt(place, 'node_modules', LOCK);
  expect(environmentState(place, LOCK.sha256.slice(0, 32))).toBe('whole');
  rmSync(join(place, 'node_modules/b'), { recursive: true });
  expect(environmentState(place, LOCK.sha256)).toEqual({ damage: '"node_modules/b" is missing' });
});

test('one that is not there is missing', () => {
  expect(environmentState(join(directoryWith(), 'none'), LOCK.sha256)).toBe('missing');
});
