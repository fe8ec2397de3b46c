import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { needsProgram } from '@packwright/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenedElsewhere, openPathInProcess } from '../fixtures/open-in-process.ts';
import { open } from '../open.ts';
import { directoryTree } from './directory-tree.ts';

const MANIFEST = `\
schema_version: 1
id: a
name: A
version: 1.0.0
description: d
actions: [actions/a.yaml]
`;
const ACTION = `\
schema_version: 1
id: a.b
title: t
kind: script
risk: low
description: d
side_effects: [none]
execution: {script: {path: run.sh}, timeout: 30s}
output: {max_stdout_bytes: 1, max_stderr_bytes: 1}
`;
const FILES = { 'pack.yaml': MANIFEST, 'actions/a.yaml': ACTION, 'run.sh': 'ls\n' };
const NOBODY = 65_534;
/** Nothing is closed to root; other users are those who run the tests already. */
const OTHER_USER = process.getuid?.() === 0 ? NOBODY : undefined;

let above: string;
let pack: string;

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'packwright-hostile-'));
  pack = join(above, 'pack');
  chmodSync(above, 0o755);
  for (const [path, text] of Object.entries(FILES)) write(path, text);
});
afterEach(() => rmSync(above, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(pack, path)), { recursive: true });
  writeFileSync(join(pack, path), text);
}

/** Puts something else in the place of a file. */
function replace(path: string, make: (place: string) => void): void {
  rmSync(join(pack, path), { recursive: true });
  make(join(pack, path));
}

const firstOf = ({ diagnostics }: OpenedElsewhere) => {
  const [first] = diagnostics;
  return first && [first.code, first.file, first.message];
};

test('the pack itself is accepted', () => {
  const { diagnostics, digest } = openPathInProcess(pack);
  expect(diagnostics).toEqual([]);
  expect(digest).toMatch(/^sha256:/);
});

describe('in place of the manifest', () => {
  const said = (message: string) => ['PCK011', 'pack.yaml', message];

  test.each<[string, (place: string) => void, string]>([
    ['nothing', () => {}, 'there is no pack.yaml'],
    ['a directory', (place) => mkdirSync(place), 'pack.yaml is a directory'],
    [
      'a link to itself',
      (place) => symlinkSync('pack.yaml', place),
      'pack.yaml is a link that leads to no file',
    ],
    ['a link to nothing', (place) => symlinkSync('gone', place), 'pack.yaml is a link that leads to no file'],
    ['a link to a directory', (place) => symlinkSync('actions', place), 'pack.yaml is a directory'],
    [
      'a link to /dev/zero',
      (place) => symlinkSync('/dev/zero', place),
      'pack.yaml is a link that leads to no file',
    ],
    [
      'a link to a directory outside',
      (place) => symlinkSync('..', place),
      'pack.yaml is a link that leads to no file',
    ],
  ])('%s is named', (_, make, message) => {
    replace('pack.yaml', make);
    expect(firstOf(openPathInProcess(pack))).toEqual(said(message));
  });

  test('a link to a manifest outside is read, as the loader does', () => {
    replace('pack.yaml', (place) => symlinkSync('../elsewhere.yaml', place));
    writeFileSync(join(above, 'elsewhere.yaml'), MANIFEST);
    expect(openPathInProcess(pack).digest).toMatch(/^sha256:/);
  });

  test('a file that its user may not read is named', () => {
    chmodSync(join(pack, 'pack.yaml'), 0o000);
    expect(firstOf(openPathInProcess(pack, OTHER_USER))?.[2]).toBe(
      'cannot read pack.yaml: permission denied',
    );
  });
});

describe('in place of an action file', () => {
  const place = 'actions/a.yaml';

  test.each<[string, (at: string) => void, string, string]>([
    ['a directory', (at) => mkdirSync(at), 'EMI016', 'the action file "actions/a.yaml" is a directory'],
    [
      'a link inside',
      (at) => symlinkSync('../run.sh', at),
      'EMI015',
      'the action file "actions/a.yaml" is or passes a link',
    ],
    [
      'a link out of the pack',
      (at) => symlinkSync('/etc/passwd', at),
      'EMI014',
      'the action file "actions/a.yaml" leads out of the pack through a link',
    ],
    [
      'a link to /dev/zero',
      (at) => symlinkSync('/dev/zero', at),
      'EMI014',
      'the action file "actions/a.yaml" leads out of the pack through a link',
    ],
    [
      'a link out and back in',
      (at) => symlinkSync('../../pack/run.sh', at),
      'EMI015',
      'the action file "actions/a.yaml" is or passes a link',
    ],
    [
      'a link to itself',
      (at) => symlinkSync('a.yaml', at),
      'EMI013',
      'the action file "actions/a.yaml" runs in a circle of links',
    ],
    [
      'a link to nothing',
      (at) => symlinkSync('gone.yaml', at),
      'EMI012',
      'the action file "actions/a.yaml" is a link to nothing',
    ],
  ])('%s is named', (_, make, code, message) => {
    replace(place, make);
    expect(firstOf(openPathInProcess(pack))).toEqual([code, 'pack.yaml', message]);
  });

  test('a link out and back in is no way out where links are allowed', () => {
    replace(place, (at) => symlinkSync('../../pack/other.yaml', at));
    write('other.yaml', ACTION);
    write('pack.yaml', `${MANIFEST}allow_symlinks: true\n`);
    expect(openPathInProcess(pack).digest).toMatch(/^sha256:/);
  });

  test('a directory that links to itself is no way to go on for ever', () => {
    symlinkSync('.', join(pack, 'actions/again'));
    write('pack.yaml', MANIFEST.replace('actions/a', `actions/${'again/'.repeat(1000)}a`));
    expect(firstOf(openPathInProcess(pack))?.[0]).toBe('EMI015');
  });

  test('a file, or a directory, that its user may not enter is named', () => {
    chmodSync(join(pack, place), 0o000);
    const message = 'the action file "actions/a.yaml" cannot be read: permission denied';
    expect(firstOf(openPathInProcess(pack, OTHER_USER))).toEqual(['EMI016', 'pack.yaml', message]);
    chmodSync(join(pack, 'actions'), 0o600);
    expect(firstOf(openPathInProcess(pack, OTHER_USER))).toEqual(['EMI016', 'pack.yaml', message]);
    chmodSync(join(pack, 'actions'), 0o700);
  });

  test('a name of 5,000 characters names nothing', () => {
    write('pack.yaml', MANIFEST.replace('actions/a', 'a'.repeat(5000)));
    expect(firstOf(openPathInProcess(pack))?.[0]).toBe('EMI012');
  });
});

test('what is closed to its user beside the files of the pack does not matter', () => {
  write('actions/unlisted.yaml', ACTION);
  chmodSync(join(pack, 'actions/unlisted.yaml'), 0o000);
  expect(openPathInProcess(pack, OTHER_USER).digest).toMatch(/^sha256:/);
  chmodSync(join(pack, 'actions'), 0o311);
  expect(openPathInProcess(pack, OTHER_USER).digest).toMatch(/^sha256:/);
  chmodSync(join(pack, 'actions'), 0o700);
});

needsProgram('mkfifo', 'coreutils', (program) => {
  const pipe = (place: string): void => void execFileSync(program, [place]);

  test.each([
    ['pack.yaml', 'PCK011', 'pack.yaml', 'pack.yaml is not a regular file'],
    ['actions/a.yaml', 'EMI016', 'pack.yaml', 'the action file "actions/a.yaml" is a named pipe'],
    ['run.sh', 'EMI016', 'actions/a.yaml', 'the script "run.sh" is a named pipe'],
  ])('nobody waits for a writer of a pipe in place of %s', (path, code, file, message) => {
    replace(path, pipe);
    expect(firstOf(openPathInProcess(pack))).toEqual([code, file, message]);
  });

  test('nobody waits for a writer of a pipe outside that the manifest links to', () => {
    pipe(join(above, 'pipe'));
    replace('pack.yaml', (place) => symlinkSync('../pipe', place));
    expect(firstOf(openPathInProcess(pack))?.[2]).toBe('pack.yaml is a link that leads to no file');
  });
});

test.skipIf(process.platform === 'win32')('a socket in place of a script is named', async () => {
  unlinkSync(join(pack, 'run.sh'));
  const server = createServer().listen(join(pack, 'run.sh'));
  await once(server, 'listening');
  expect(firstOf(openPathInProcess(pack))).toEqual([
    'EMI016',
    'actions/a.yaml',
    'the script "run.sh" is a socket',
  ]);
  server.close();
});

describe('what happens between looking and reading', () => {
  const messagesAfter = (change: () => void): string[] => {
    const tree = directoryTree(pack);
    tree.entry('actions/a.yaml');
    change();
    return open(tree).diagnostics.map(({ message }) => message);
  };

  test('a file that goes away is named', () => {
    expect(messagesAfter(() => unlinkSync(join(pack, 'actions/a.yaml')))).toEqual([
      'the action file "actions/a.yaml" cannot be read: no such file or directory',
    ]);
  });

  test('a file that becomes a link is not followed', () => {
    expect(
      messagesAfter(() => replace('actions/a.yaml', (place) => symlinkSync('/etc/passwd', place))),
    ).toEqual(['the action file "actions/a.yaml" cannot be read: too many symbolic links encountered']);
  });

  test('a file that becomes a directory is named', () => {
    expect(messagesAfter(() => replace('actions/a.yaml', (place) => mkdirSync(place)))).toEqual([
      'the action file "actions/a.yaml" cannot be read: it is not a regular file',
    ]);
  });
});

test.skipIf(!existsSync('/proc/self/status'))(
  'a file of another length than it was said to have is refused',
  () => {
    const entry = directoryTree('/proc/self').entry('status');
    expect(() => entry?.kind === 'file' && entry.bytes()).toThrow(
      'cannot read status: it changed while it was read',
    );
  },
);
