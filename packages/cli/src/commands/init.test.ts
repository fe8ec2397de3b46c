import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runBin } from '../fixtures/run-bin.ts';

const init = (cwd: string, ...args: string[]) => runBin(['init', ...args], { cwd });
const strict = (cwd: string, ...args: string[]) => runBin(['validate', '--strict', ...args], { cwd }).code;

test('a pack made from the name of its directory validates without a warning', () => {
  const cwd = folderWith({});
  const { code, stdout } = init(cwd, 'Web Servers');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^wrote Web Servers\/pack\.yaml\nwrote Web Servers\/actions\/show\.yaml\n\n✓ Web Servers {2}web-servers 0\.1\.0, 1 action {2}sha256:[0-9a-f]{64}\n/,
  );
  expect(strict(cwd)).toBe(0);
});

test('every option finds its place, and still there is no warning', () => {
  const cwd = folderWith({});
  const description = 'It: says #much "here"';
  const args = ['--id', 'cache', '--name', 'no', '--description', description, '--binary', 'redis-cli'];
  expect(init(cwd, 'x', ...args, '--script', '--modeline').code).toBe(0);
  expect(strict(cwd)).toBe(0);
  const { card, requirements } = JSON.parse(runBin(['info', '--output', 'json'], { cwd }).stdout);
  expect([card.id, card.title, card.summary]).toEqual(['cache', 'no', description]);
  expect(requirements.binaries).toEqual(['redis-cli', 'uname', 'uptime']);
  expect(statSync(join(cwd, 'x/scripts/report.sh')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(cwd, 'x/pack.yaml'), 'utf8').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://packwright.dev/schemas/emisar/v1/pack.schema.json',
  );
});

test('an Attune pack made from the name of its directory validates without a warning', () => {
  const cwd = folderWith({});
  const { code, stdout } = init(cwd, 'Web Servers', '--format', 'attune');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^wrote Web Servers\/pack\.yaml\nwrote Web Servers\/actions\/show\.yaml\nwrote Web Servers\/actions\/show\.py\n\n✓ Web Servers {2}web-servers 0\.1\.0, profile real, 1 action {2}sha256:[0-9a-f]{64}\n/,
  );
  expect(strict(cwd)).toBe(0);
});

test('every option finds its place in an Attune pack, and still there is no warning', () => {
  const cwd = folderWith({});
  const description = 'It: says #much "here"';
  const args = ['--id', 'cache', '--name', 'no', '--description', description, '--binary', 'constructor'];
  expect(init(cwd, 'x', ...args, '--format', 'attune', '--script', '--modeline').code).toBe(0);
  expect(strict(cwd)).toBe(0);
  const { card, runnable } = JSON.parse(runBin(['info', '--output', 'json'], { cwd }).stdout);
  expect([card.format, card.id, card.title, card.summary]).toEqual(['attune', 'cache', 'no', description]);
  expect(runnable.actions.map((action: { id: string }) => action.id)).toEqual(['cache.report', 'cache.show']);
  expect(statSync(join(cwd, 'x/actions/report.sh')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(cwd, 'x/actions/show.yaml'), 'utf8').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://packwright.dev/schemas/attune/v1/action.schema.json',
  );
});

test('an Evershell pack made from the name of its directory validates without a warning', () => {
  const cwd = folderWith({});
  const { code, stdout } = init(cwd, 'Web_ Servers', '--format', 'evershell', '--script', '--modeline');
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n\n✓ Web_ Servers {2}web-servers 0\.1\.0, 4 files {2}sha256:[0-9a-f]{64}\n/);
  expect(strict(cwd)).toBe(0);
  expect(statSync(join(cwd, 'Web_ Servers/scripts/report.sh')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(cwd, 'Web_ Servers/pack.yaml'), 'utf8').split('\n')[0]).toBe(
    '# yaml-language-server: $schema=https://packwright.dev/schemas/evershell/v1/pack.schema.json',
  );
});

test.each([
  ['emisar', '      enum: [--version]'],
  ['attune', '    enum: [--version]'],
])('of a program that nothing is known of, a pack of %s asks for its version', (format, line) => {
  const cwd = folderWith({});
  init(cwd, 'x', '--id', 'cache', '--binary', 'df', '--format', format);
  const lines = readFileSync(join(cwd, 'x/actions/show.yaml'), 'utf8').split('\n');
  const at = lines.indexOf(line);
  expect(lines[at - 1]?.trim()).toBe(
    '# Change it to the sub-commands and options of df that people need and that only read.',
  );
  expect(strict(cwd)).toBe(0);
});

test('an existing file is not overwritten, and nothing else is written', () => {
  const cwd = folderWith({ 'demo/actions/show.yaml': 'mine' });
  expect(init(cwd, 'demo')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'packwright init: "demo/actions/show.yaml" exists already\n  nothing was written; name an empty directory\n',
  });
  expect(readdirSync(join(cwd, 'demo'))).toEqual(['actions']);
});

test('a dangling link counts as an existing file', () => {
  const cwd = folderWith({ 'demo/pack.yaml': { link: '../stolen' } });
  expect(init(cwd, 'demo').code).toBe(2);
  expect(existsSync(join(cwd, 'stolen'))).toBe(false);
});

test.each([
  [['--id', 'Demo'], '"Demo" does not do as --id'],
  [['--id', 'my.pack'], '"my.pack" does not do as --id'],
  [['--binary', '/bin/ls'], '"/bin/ls" does not do as --binary'],
  [['--description', ' '], '" " does not do as --description'],
  [['--name', 'a\nb'], '"a\\nb" does not do as --name'],
  [['--format', 'other'], '"other" is no value of "--format"'],
])('%j is wrong usage', (args, message) => {
  const { code, stderr } = init(folderWith({}), 'demo', ...args);
  expect([code, stderr.split('\n')[0]]).toEqual([2, `packwright init: ${message}`]);
});
