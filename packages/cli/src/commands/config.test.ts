import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runBin } from '../fixtures/run-bin.ts';

test('each setting is shown with the place that has the last word', () => {
  const cwd = folderWith({
    'packwright.yaml': 'packs_dir: here\npolicy:\n  defaults: {high: deny}\n',
    'user/packwright/packwright.yaml': 'packs_dir: there\npolicy:\n  defaults: {low: ask, medium: ask}\n',
  });
  const env = { HOME: cwd, XDG_CONFIG_HOME: `${cwd}/user`, PACKWRIGHT_STATE_DIR: '/state' };
  expect(runBin(['config', 'show', '--origin'], { cwd, env }).stdout).toBe(`\
packs_dir: "here"  # ${cwd}/packwright.yaml
policy.defaults.high: "deny"  # ${cwd}/packwright.yaml
policy.defaults.low: "ask"  # ${cwd}/user/packwright/packwright.yaml
policy.defaults.medium: "ask"  # ${cwd}/user/packwright/packwright.yaml
state_dir: "/state"  # environment
`);
});

test('a fault in the settings is shown where it stands, with the word that was meant', () => {
  const cwd = folderWith({ 'packwright.yaml': 'policy:\n  defaults:\n    hihg: ask\n' });
  expect(runBin(['config', 'check'], { cwd, env: { HOME: cwd } })).toEqual({
    code: 1,
    stdout: '',
    stderr: `\
packwright.yaml:3:5 error PCK101 "hihg" is not a key of \`defaults\` (fix available)
  3 |     hihg: ask
    |     ^^^^ did you mean "high"?
`,
  });
});

test('a policy that gets looser as risk rises is a fault', () => {
  const cwd = folderWith({ 'packwright.yaml': 'policy:\n  defaults:\n    critical: allow\n' });
  const { code, stderr } = runBin(['config', 'check'], { cwd, env: { HOME: cwd } });
  expect([code, stderr.split('\n')[0]]).toEqual([
    1,
    'packwright.yaml:3:15 error SET001 `critical` is "allow", which is looser than "ask" for `high`',
  ]);
});

test('no command works with settings that have a fault', () => {
  const cwd = folderWith({ 'packwright.yaml': 'admission: {deny: ["["]}\n' });
  expect(runBin(['list'], { cwd, env: { HOME: cwd } })).toEqual({
    code: 2,
    stdout: '',
    stderr: `\
packwright list: packwright.yaml:1:12 SET002 "[" is no pattern of action ids
  write something such as "linux.*"; a "[" needs its "]", and a "\\" a character behind it
`,
  });
});

test('an empty file sets nothing', () => {
  const cwd = folderWith({ 'packwright.yaml': '# nothing yet\n' });
  expect(runBin(['config', 'check'], { cwd, env: { HOME: cwd } }).stdout).toBe(
    '1 file of settings, no errors\n',
  );
});
