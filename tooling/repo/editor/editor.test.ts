import { describe, expect, test } from 'vitest';
import { execYaml, packYaml, scriptYaml } from './small-pack.ts';
import { inEditor } from './yaml-editor.ts';

const pack = (text: string) => inEditor('pack.yaml', text);
const action = (text: string) => inEditor('actions/ask.yaml', text);

/** The text with one place changed; `¦` in it is the cursor. */
function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in the text`);
  return text.replace(from, () => to);
}

/** A snippet with each tab stop as its default text or its first choice. */
const leftAsItComes = (snippet = '') =>
  snippet.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1');

test('a sound pack shows no problem', async () => {
  const views = await Promise.all([pack(packYaml), action(execYaml), action(scriptYaml)]);
  expect(views.flatMap((view) => view.problems)).toEqual([]);
});

describe('at the cursor', () => {
  test('an empty manifest offers a whole one first, then each key', async () => {
    const { offers } = await pack('¦');
    expect(Object.keys(offers)).toEqual([
      'new emisar pack',
      'schema_version',
      'emisar pack',
      'id',
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
    const { offers } = await pack(`${packYaml}¦`);
    expect(Object.keys(offers)).toEqual(['vendor', 'homepage', 'retired_below', 'detect', 'allow_symlinks']);
  });

  test('the version of a manifest says what it may hold', async () => {
    const { hover } = await pack(changed(packYaml, 'version: 0.1.0', 'ver¦sion: 0.1.0'));
    expect(hover).toBe(
      '#### emisar pack\n\nVersion of the pack, 1 to 64 characters. Best dot-numeric such as `1.4.0`: catalogs and MCP take nothing else.',
    );
  });

  test('a variable of the setup offers what can be said about it', async () => {
    const { offers } = await pack(
      changed(packYaml, '      required: true\n', '      required: true\n      ¦\n'),
    );
    expect(Object.keys(offers)).toEqual(['description', 'default', 'example']);
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
    const { notes } = await action(changed(execYaml, 'kind: exec', 'kind: ¦'));
    expect(notes).toEqual({
      exec: 'A program with a fixed list of arguments, without a shell.',
      script: 'A script that is part of the pack and of its content hash.',
    });
  });

  test('the risk explains every tier', async () => {
    const { hover } = await action(changed(execYaml, 'risk: low', 'ri¦sk: low'));
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
    const { offers } = await action(changed(execYaml, '  timeout: 30s\n', '  timeout: 30s\n  ¦\n'));
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

  test('the execution of a script action offers arguments for the script', async () => {
    const { notes } = await action(changed(scriptYaml, '  timeout: 5m\n', '  ¦\n  timeout: 5m\n'));
    expect(notes.argv).toBe(
      'Arguments behind the path of the script, one element each. "{{ args.name }}" puts in an argument, "{{ args.name? }}" drops the element when it is absent.',
    );
  });

  test('a timeout offers durations', async () => {
    const { offers } = await action(changed(execYaml, 'timeout: 30s', 'timeout: ¦'));
    expect(offers).toEqual({ '30s': '30s', '5m': '5m', '1h30m': '1h30m', '7d': '7d' });
  });

  test('an element of argv offers templates in quotes, because a plain brace opens a map', async () => {
    const { offers } = await action(changed(execYaml, '      - --data\n', '      - --data\n      - ¦\n'));
    expect(Object.keys(offers)).toEqual(['"{{ args.name }}"', '"{{ args.name? }}"']);
  });

  test('the type of an argument offers the eight types', async () => {
    const { offers } = await action(changed(execYaml, 'type: string', 'type: ¦'));
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

  test('a length limit says that it counts bytes', async () => {
    const { hover } = await action(changed(execYaml, 'max_length', 'max_le¦ngth'));
    expect(hover).toBe(
      '#### Validation\n\nMost UTF-8 bytes of a `string` or `path`, or of each item of a `string_array`. At least 1; 32768 when left out.',
    );
  });
});

describe('a broken file', () => {
  test('an empty manifest names the missing keys', async () => {
    const { problems } = await pack('');
    expect(problems).toEqual([
      '1:1 Missing property "schema_version".',
      '1:1 Missing property "id".',
      '1:1 Missing property "name".',
      '1:1 Missing property "version".',
      '1:1 Missing property "description".',
      '1:1 Missing property "actions".',
    ]);
  });

  test('an unknown kind lists the kinds and nothing else', async () => {
    const { problems } = await action(changed(execYaml, 'kind: exec', 'kind: exce'));
    expect(problems).toEqual(['4:7 Value is not accepted. Valid values: "exec", "script".']);
  });

  test('a stray key of the other kind is the only fault', async () => {
    const stray = '  timeout: 30s\n  script:\n    path: scripts/ask.sh\n';
    const { problems } = await action(changed(execYaml, '  timeout: 30s\n', stray));
    expect(problems).toEqual(['22:3 Property script is not allowed.']);
  });

  test('a typo is both an unknown and a missing key', async () => {
    const { problems } = await action(changed(execYaml, 'side_effects', 'side_efects'));
    expect(problems).toEqual([
      '1:1 Missing property "side_effects".',
      '7:1 Property side_efects is not allowed.',
    ]);
  });

  test('a missing key is named', async () => {
    const { problems } = await action(changed(execYaml, 'risk: low\n', ''));
    expect(problems).toEqual(['1:1 Missing property "risk".']);
  });

  test('a value of the wrong form is told the form in words', async () => {
    const { problems } = await pack(changed(packYaml, 'id: lighthouse', 'id: Lighthouse'));
    expect(problems).toEqual([
      '2:5 expected dot-separated segments of a-z, 0-9, "_" and "-", each starting with a letter',
    ]);
  });
});

describe('an action whose kind and keys disagree', () => {
  test('is judged by the kind that the author named, though more keys fit the other', async () => {
    const { problems } = await action(changed(execYaml, 'kind: exec', 'kind: script'));
    expect(problems).toEqual(['15:1 Missing property "script".', '16:3 Property command is not allowed.']);
  });

  test('holds for the type of a redaction rule as well', async () => {
    const { problems } = await action(changed(execYaml, 'type: regex', 'type: literal'));
    expect(problems).toEqual(['27:7 Missing property "literal".']);
  });
});
