import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repoRoot } from '../repo-root.ts';
import { inEditor } from './yaml-editor.ts';

const example = (path: string) => readFileSync(join(repoRoot, 'examples/disk-care', path), 'utf8');
const manifest = example('pack.yaml');
const usage = example('actions/usage.yaml');
const largestFiles = example('actions/largest_files.yaml');
const shrinkJournal = example('actions/shrink_journal.yaml');

const pack = (text: string) => inEditor('pack.yaml', text);
const action = (text: string) => inEditor('actions/usage.yaml', text);

/** The text with one place changed; `¦` in it is the cursor. */
function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in the text`);
  return text.replace(from, () => to);
}

/** A snippet with each tab stop as its default text or its first choice. */
const leftAsItComes = (snippet = '') =>
  snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1');

test('the example pack shows no problem', async () => {
  const views = await Promise.all([
    pack(manifest),
    action(usage),
    action(largestFiles),
    action(shrinkJournal),
  ]);
  expect(views.flatMap((view) => view.problems)).toEqual([]);
});

describe('at the cursor', () => {
  test('a manifest that says its format offers every key of it', async () => {
    const { offers } = await pack('schema_version: 1\n¦');
    expect(Object.keys(offers)).toEqual([
      'id',
      'emisar pack',
      'name',
      'version',
      'description',
      'vendor',
      'homepage',
      'retired_below',
      'requires',
      'detect',
      'setup',
      'actions',
      'allow_symlinks',
    ]);
  });

  test('a new line of a manifest offers the keys that are missing', async () => {
    const { offers } = await pack(`${manifest}¦`);
    expect(Object.keys(offers)).toEqual(['retired_below', 'detect', 'allow_symlinks']);
  });

  test('the version of a manifest says what it may hold', async () => {
    const { hover } = await pack(changed(manifest, '\nversion', '\nver¦sion'));
    expect(hover).toBe(
      '#### emisar pack\n\nVersion of the pack, 1 to 64 characters. Best dot-numeric such as `1.4.0`: catalogs and MCP take nothing else.',
    );
  });

  test('the setup offers what it does not say yet', async () => {
    const { offers } = await pack(changed(manifest, '  verify: disk.usage\n', '  verify: disk.usage\n  ¦\n'));
    expect(Object.keys(offers)).toEqual(['env', 'host_access']);
  });

  test('an empty action offers one snippet per kind first', async () => {
    const { offers } = await action('¦');
    expect(Object.keys(offers).slice(0, 2)).toEqual(['new exec action', 'new script action']);
  });

  test('a snippet that is left as it comes shows no problem', async () => {
    const whole = { ...(await pack('¦')).offers, ...(await action('¦')).offers };
    const views = await Promise.all([
      pack(leftAsItComes(whole['new emisar pack'])),
      action(leftAsItComes(whole['new exec action'])),
      action(leftAsItComes(whole['new script action'])),
    ]);
    expect(views.flatMap((view) => view.problems)).toEqual([]);
  });

  test('the kind offers both kinds with a note each', async () => {
    const { notes } = await action(changed(usage, 'kind: exec', 'kind: ¦'));
    expect(notes).toEqual({
      exec: 'A program with a fixed list of arguments, without a shell.',
      script: 'A script that is part of the pack and of its content hash.',
    });
  });

  test('the risk explains every tier', async () => {
    const { hover } = await action(changed(usage, 'risk: low', 'ri¦sk: low'));
    expect(hover).toBe(
      [
        '#### emisar action\n',
        'How much harm a run can do; approval policy is written against this tier.\n',
        'Allowed Values:\n',
        '* `low`: Reads only: changes nothing on the host or behind it.',
        '* `medium`: Changes something small that is easy to undo.',
        '* `high`: Interrupts service, changes data or configuration, or reveals a lot.',
        '* `critical`: Destroys data, takes a system down, or runs whatever the caller sends.',
        '',
      ].join('\n'),
    );
  });

  test('the execution of an exec action offers no key of a script action, and none without effect', async () => {
    const { offers } = await action(changed(usage, '  timeout: 10s\n', '  timeout: 10s\n  ¦\n'));
    expect(Object.keys(offers)).toEqual([
      'timeout_min',
      'timeout_max',
      'success_exit_codes',
      'cancel_grace',
      'cwd',
      'env',
      'user',
    ]);
  });

  test('the script of a script action offers interpreters', async () => {
    const script = '    path: scripts/largest_files.sh\n';
    const { offers } = await action(changed(largestFiles, script, `${script}    interpreter: ¦\n`));
    expect(Object.keys(offers)).toEqual(['/bin/sh', '/bin/bash', 'python3']);
  });

  test('a timeout offers durations', async () => {
    const { offers } = await action(changed(usage, 'timeout: 10s', 'timeout: ¦'));
    expect(offers).toEqual({ '30s': '30s', '5m': '5m', '1h30m': '1h30m', '7d': '7d' });
  });

  test('an element of argv offers templates in quotes, because a plain brace opens a map', async () => {
    const argv = 'argv: ["-hP", "--", "{{ args.path? }}"]';
    const { offers } = await action(changed(usage, argv, 'argv:\n      - -hP\n      - ¦'));
    expect(Object.keys(offers)).toEqual(['"{{ args.name }}"', '"{{ args.name? }}"']);
  });

  test('the type of an argument offers the eight types', async () => {
    const { offers } = await action(changed(usage, 'type: path', 'type: ¦'));
    expect(Object.keys(offers)).toEqual([
      'string',
      'integer',
      'number',
      'boolean',
      'duration',
      'path',
      'string_array',
      'integer_array',
    ]);
  });

  test('an upper bound says what it bounds', async () => {
    const { hover } = await action(changed(shrinkJournal, 'max: 100000', 'm¦ax: 100000'));
    expect(hover).toBe(
      '#### Validation\n\nGreatest value of an `integer`, a `number` or each item of an `integer_array`. Not below `min`.',
    );
  });
});

describe('a broken file', () => {
  test('a manifest that says only its format names the missing keys', async () => {
    const { problems } = await pack('schema_version: 1\n');
    expect(problems).toEqual([
      '1:1 Missing property "id".',
      '1:1 Missing property "name".',
      '1:1 Missing property "version".',
      '1:1 Missing property "description".',
      '1:1 Missing property "actions".',
    ]);
  });

  test('an unknown kind lists the kinds and nothing else', async () => {
    const { problems } = await action(changed(usage, 'kind: exec', 'kind: exce'));
    expect(problems).toEqual(['4:7 Value is not accepted. Valid values: "exec", "script".']);
  });

  test('a stray key of the other kind is the only fault', async () => {
    const stray = '  timeout: 10s\n  script:\n    path: scripts/usage.sh\n';
    const { problems } = await action(changed(usage, '  timeout: 10s\n', stray));
    expect(problems).toEqual(['21:3 Property script is not allowed.']);
  });

  test('a typo is both an unknown and a missing key', async () => {
    const { problems } = await action(changed(usage, 'side_effects', 'side_efects'));
    expect(problems).toEqual([
      '1:1 Missing property "side_effects".',
      '7:1 Property side_efects is not allowed.',
    ]);
  });

  test('a missing key is named', async () => {
    const { problems } = await action(changed(usage, 'risk: low\n', ''));
    expect(problems).toEqual(['1:1 Missing property "risk".']);
  });

  test('a value of the wrong form is told the form in words', async () => {
    const { problems } = await pack(changed(manifest, 'id: disk-care', 'id: Disk-care'));
    expect(problems).toEqual([
      '2:5 expected dot-separated segments of a-z, 0-9, "_" and "-", each starting with a letter',
    ]);
  });
});

describe('a file whose kind and keys disagree', () => {
  test('is judged by the kind that the author named, though all keys fit the other', async () => {
    const { problems } = await action(changed(usage, 'kind: exec', 'kind: script'));
    expect(problems).toEqual(['16:1 Missing property "script".', '17:3 Property command is not allowed.']);
  });

  test('is judged so inside a list as well', async () => {
    const redact = '  redact:\n    - name: token\n      type: literal\n      pattern: tok_[a-z]+\n';
    const { problems } = await action(changed(usage, '  parser: text\n', `  parser: text\n${redact}`));
    expect(problems).toEqual(['24:7 Missing property "literal".']);
  });
});
