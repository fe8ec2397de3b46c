import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from './fixtures/folder.ts';
import { runBin } from './fixtures/run-bin.ts';

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  expect(runBin(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

const TOOL_HELP = `\
Packwright validates, inspects and fixes operational packs.

Usage: packwright COMMAND [OPTIONS]

Commands:
  validate   judge packs as their own loader does
  fix        mend what can be mended with certainty
  info       show what a pack can run and needs
  run        run an action of a trusted pack
  env        pin and install the packages that packs ask for
  audit      check and show the journal of runs
  doctor     say what keeps actions from running here
  digest     print the content digest of packs
  explain    say what a code means and how to repair it
  schema     list the JSON Schemas for editors
  pack       build an image of a pack
  diff       say what an update lets happen
  caps       say what a request to the network meets
  install    install packs, whole or not at all
  trust      decide which bytes may run
  allowlist  decide for many hosts by a signed list
  list       list installed packs and how they stand
  update     bring installed packs to what their source has
  rollback   put the pack of before back
  uninstall  take an installed pack away
  verify     hash installed packs anew, or check a signature
  sign       sign the digest of a pack
  suggest    name the packs that fit this host
  registry   build or verify a static registry
  config     show or check the settings
  init       write a new pack that validates

\`packwright COMMAND --help\` says more. \`packwright X\` runs \`packwright-X\` when that is installed.
`;

test.each([[['--help']], [['-h']], [['help']], [[]]])('%j prints what the tool can do', (args) => {
  expect(runBin(args)).toEqual({ code: 0, stdout: TOOL_HELP, stderr: '' });
});

test.each([[['digest', '--help']], [['digest', 'x', '-h']], [['help', 'digest']]])(
  '%j prints what a command does',
  (args) => {
    expect(runBin(args)).toEqual({
      code: 0,
      stdout: `\
Usage: packwright digest PATH...

Prints the content digest of the packs at or under the paths, as their format defines it.
One pack: the digest alone. Several: a line for each, the digest and the path.

Exit code: 0 every pack has a digest, 1 a pack is refused and has none, 2 wrong usage or no pack found.

Options:
  --profile NAME  read formats that have several profiles by this one (default: the pack tells)
  -h, --help      print this

Examples:
  packwright digest packs/redis  what a runner compares with its trust list
`,
      stderr: '',
    });
  },
);

test.each([
  [['vallidate'], 'packwright: unknown command "vallidate"\n  did you mean "validate"?\n'],
  [['../x'], 'packwright: unknown command "../x"\n  `packwright --help` lists the commands\n'],
  [['--vers'], 'packwright: unknown option "--vers"\n  `packwright --help` lists the commands\n'],
  [
    ['validate', '--ouput', 'json'],
    'packwright validate: unknown option "--ouput"\n  did you mean "--output"?\n',
  ],
  [['validate', '--zz'], 'packwright validate: unknown option "--zz"\n  --help lists the options\n'],
  [
    ['validate', '--output', 'jsn'],
    'packwright validate: "jsn" is no value of "--output"\n  did you mean "json"?\n',
  ],
  [
    ['validate', '--output'],
    'packwright validate: "--output" lacks its value\n  write --output=FORM, one of pretty, json, sarif, github, junit, rdjsonl\n',
  ],
  [['run', 'a.b', '--timeout'], 'packwright run: "--timeout" lacks its value\n  write --timeout=TIME\n'],
  [['validate', '--strict=no'], 'packwright validate: "--strict" takes no value\n'],
  [['digest'], 'packwright digest: an argument is missing\n  write packwright digest PATH...\n'],
  [['info', ''], 'packwright info: an argument is empty\n  a variable of your shell may be unset\n'],
  [
    ['info', 'a', 'b'],
    'packwright info: "b" is one argument too many\n  write packwright info [NAME|PATH]\n',
  ],
])('%j is wrong usage, in one line with its remedy', (args, stderr) => {
  expect(runBin(args)).toEqual({ code: 2, stdout: '', stderr });
});

test('a word that steers a terminal is shown and not obeyed', () => {
  expect(runBin(['\x1b[2Jx']).stderr.split('\n')[0]).toBe('packwright: unknown command "<U+001B>[2Jx"');
});

test('an unknown command is told how its program would be found', () => {
  expect(runBin(['catalogue-server']).stderr).toBe(`\
packwright: unknown command "catalogue-server"
  \`packwright --help\` lists the commands; an executable packwright-catalogue-server on the PATH would be run
`);
});

const plugIn = (text: string) => {
  const folder = folderWith({ 'packwright-hello': { mode: 0o755, text: `#!/bin/sh\n${text}\n` } });
  return { env: { PATH: `${folder}:${process.env.PATH}` } };
};

test('an installed packwright-hello is run by `packwright hello`, arguments and exit code as they are', () => {
  const run = runBin(['hello', '--flag', 'two words', '-h'], plugIn('printf "[%s]" "$@"; exit 7'));
  expect(run).toEqual({ code: 7, stdout: '[--flag][two words][-h]', stderr: '' });
});

test('a program that dies by a signal is reported as a shell would', () => {
  expect(runBin(['hello'], plugIn('kill -KILL $$')).code).toBe(137);
});

test('a command of our own is not handed over', () => {
  const folder = folderWith({ 'packwright-digest': { mode: 0o755, text: '#!/bin/sh\necho stolen\n' } });
  expect(runBin(['digest'], { env: { PATH: folder } }).stdout).toBe('');
});

test('a file that may not be executed is not run', () => {
  const folder = folderWith({ 'packwright-hello': { mode: 0o644, text: '#!/bin/sh\necho run\n' } });
  expect(runBin(['hello'], { env: { PATH: folder } }).code).toBe(2);
});

test('FORCE_COLOR and NO_COLOR decide about colour', () => {
  const help = (env: Record<string, string>) => runBin(['--help'], { env }).stdout.includes('\x1b[');
  expect([help({ FORCE_COLOR: '1' }), help({ NO_COLOR: '1' }), help({ FORCE_COLOR: '0' }), help({})]).toEqual(
    [true, false, false, false],
  );
});
