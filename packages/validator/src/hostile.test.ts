import { describe, expect, test } from 'vitest';
import { openInProcess } from './fixtures/open-in-process.ts';

const MIB = 1024 * 1024;
const SIZE = 20 * MIB;
const MANY = 100_000;
/** Longer than the process may take. */
const PATIENCE = { timeout: 90_000 };

const MANIFEST = `\
schema_version: 1
id: a
name: A
version: 1.0.0
description: d
actions: [a.yaml]
`;

/** One action with these keys in place of its own, or beside them. */
function action(keys: Readonly<Record<string, string>> = {}): string {
  const all = {
    schema_version: '1',
    id: 'a.b',
    title: 't',
    kind: 'exec',
    risk: 'low',
    description: 'd',
    side_effects: '[none]',
    execution: '{command: {binary: ls}, timeout: 30s}',
    output: '{max_stdout_bytes: 1, max_stderr_bytes: 1}',
    ...keys,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

const many = (write: (index: number) => string, count = MANY): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(', ');

/** Nine aliases of nine aliases of nine aliases, as a flow mapping. */
function bomb(levels: number): string {
  const level = (at: number): string => `l${at}: &l${at} [${many(() => `*l${at - 1}`, 9)}]`;
  return `{l0: &l0 [boom], ${Array.from({ length: levels }, (_, at) => level(at + 1)).join(', ')}}`;
}

interface Hostile {
  readonly manifest?: string;
  readonly action?: string | Uint8Array;
  /** Code, file and message of a diagnostic; nothing for an accepted pack. */
  readonly says: readonly [code: string, file: string, message: string] | undefined;
}

function expectAnswer({ manifest = MANIFEST, action: text = action(), says }: Hostile): void {
  const limit = 150 + (8 * Math.max(manifest.length, text.length)) / MIB;
  const files = { 'pack.yaml': manifest, 'a.yaml': text };
  const { diagnostics, digest, peakMiB } = openInProcess(files);
  const said = diagnostics.find(({ code }) => code === says?.[0]);
  expect(said && [said.code, said.file, said.message]).toEqual(says);
  expect(digest === null).toBe(says !== undefined);
  expect(peakMiB).toBeLessThan(limit);
}

describe('aliases that multiply', PATIENCE, () => {
  const excessive = ['PCK005', 'a.yaml', 'aliases repeat the same content too often'] as const;
  const example = (args: string): string => action({ examples: `[{title: t, args: ${args}}]` });

  test.each<[string, string]>([
    ['free values', example(bomb(9))],
    ['a default', action({ args: `[{name: x, type: string, default: ${bomb(9)}}]` })],
    [
      'declared arguments',
      action({ args: `[&a {name: x, type: string, description: d}, ${many(() => '*a', 200_000)}]` }),
    ],
    [
      'keys by merging',
      example(`{s: &s {${many((index) => `k${index}: 1`, 5000)}}, t: {<<: [${many(() => '*s', 50_000)}]}}`),
    ],
    [
      'keys by merging in a chain',
      example(
        `{m0: &m0 {a: 1}, ${many((index) => `m${index + 1}: &m${index + 1} {<<: *m${index}, k${index}: 1}`, 2000)}}`,
      ),
    ],
  ])('are refused: %s', (_, text) => {
    expectAnswer({ action: text, says: excessive });
  });

  test('are not read below a key that nothing knows', () => {
    expectAnswer({
      action: action({ zz: bomb(9) }),
      says: ['PCK101', 'a.yaml', '"zz" is not a key of an emisar action'],
    });
  });

  test('may repeat a long text as often as they like', () => {
    const env = `{a: &a "${'x'.repeat(MANY)}", ${many((index) => `k${index}: *a`, 10_000)}}`;
    expectAnswer({
      action: action({ execution: `{env: ${env}, command: {binary: ls}, timeout: 30s}` }),
      says: undefined,
    });
  });
});

describe('a text of 20 MiB', PATIENCE, () => {
  const tooLong = (bytes: number): Hostile['says'] => [
    'EMI020',
    'a.yaml',
    `the description is ${bytes} bytes long, more than 4096`,
  ];

  test.each<[string, string, number]>([
    ['plain', 'x'.repeat(SIZE), SIZE],
    ['plain in short lines', `${'xy\n  '.repeat(SIZE / 5)}z`, (SIZE / 5) * 3 + 1],
    ['in double quotes', `"${'x'.repeat(SIZE)}"`, SIZE],
    ['of escapes', `"${'\\x41'.repeat(SIZE / 4)}"`, SIZE / 4],
    ['of doubled quotes', `'${"''".repeat(SIZE / 2)}'`, SIZE / 2],
    ['literal', `|\n${'  abc def\n'.repeat(SIZE / 10)}`, (SIZE / 10) * 8 - 1],
    ['literal in short lines', `|\n${'  a\n'.repeat(SIZE / 4)}`, (SIZE / 4) * 2 - 1],
    ['folded', `>\n${'  abc def\n'.repeat(SIZE / 10)}`, (SIZE / 10) * 8 - 1],
    ['beyond the basic plane', '😀'.repeat(SIZE / 4), SIZE],
  ])('as description is too long: %s', (_, description, bytes) => {
    expectAnswer({ action: action({ description }), says: tooLong(bytes) });
  });

  test('as UTF-16 is too long', () => {
    const text = Buffer.from(`\ufeff${action({ description: 'x'.repeat(SIZE / 2) })}`, 'utf16le');
    expectAnswer({ action: text, says: tooLong(SIZE / 2) });
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['a number', 'PCK105', { schema_version: '1'.repeat(SIZE) }, '`schema_version` is'],
    [
      'a duration',
      'PCK106',
      { execution: `{command: {binary: ls}, timeout: ${'1s'.repeat(SIZE / 2)}}` },
      '`timeout` has 20971520 characters, more than 65536',
    ],
    ['a kind', 'PCK105', { kind: 'x'.repeat(SIZE) }, '`kind` "xxx'],
    ['a key', 'PCK101', { [`? ${'k'.repeat(SIZE)}\n`]: '1' }, '"kkk'],
    [
      'a pattern',
      'EMI037',
      { args: `[{name: x, type: string, validation: {pattern: "${'a'.repeat(SIZE)}"}}]` },
      'the pattern "aaa',
    ],
  ])('is refused as %s, and quoted in part', (_, code, keys, beginning) => {
    const opened = openInProcess({ 'pack.yaml': MANIFEST, 'a.yaml': action(keys) });
    const said = opened.diagnostics.find((diagnostic) => diagnostic.code === code);
    expect(said?.message.slice(0, beginning.length)).toBe(beginning);
    expect(said?.message.length).toBeLessThanOrEqual(1000);
    expect(opened.digest).toBeNull();
    expect(opened.peakMiB).toBeLessThan(150 + 8 * 20);
  });

  test('as path names no file', () => {
    const path = 'x/'.repeat(SIZE / 2);
    const opened = openInProcess({
      'pack.yaml': MANIFEST.replace('a.yaml', `"${path}"`),
      'a.yaml': action(),
    });
    expect(opened.diagnostics.map(({ code }) => code)).toContain('EMI012');
    expect(opened.peakMiB).toBeLessThan(150 + 8 * 20);
  });

  test('in a comment is read over, with a word about the size', () => {
    const opened = openInProcess({ 'pack.yaml': MANIFEST, 'a.yaml': `${action()}# ${'x'.repeat(SIZE)}\n` });
    expect(opened.diagnostics).toEqual([
      {
        code: 'PCK203',
        file: 'a.yaml',
        message: 'the file is 20.0 MiB, more than the 8 MiB that registries take',
        hint: 'make it smaller, or keep the pack out of registries',
      },
    ]);
    expect(opened.digest).not.toBeNull();
    expect(opened.peakMiB).toBeLessThan(150 + 8 * 20);
  });

  test('that ends in a byte that is no UTF-8 is refused there', () => {
    const text = Buffer.concat([Buffer.from(`${action()}# ${'x'.repeat(SIZE)}`), Buffer.of(0xff)]);
    expectAnswer({
      action: text,
      says: ['PCK002', 'a.yaml', `byte 0xFF at byte offset ${text.length - 1} is not UTF-8`],
    });
  });
});

describe('20 MiB of templates in one text', PATIENCE, () => {
  const command = (keys: string): string => `{command: {binary: ls, ${keys}}, timeout: 30s}`;
  const filled = (block: string): string => `"${block.repeat(Math.ceil(SIZE / block.length))}"`;
  const args = '[{name: x, type: string, description: d, validation: {max_length: 9}}]';

  test.each<[string, Record<string, string>, Hostile['says']]>([
    [
      'that name nothing',
      { execution: command(`argv: [${filled('{{}}')}]`) },
      ['EMI043', 'a.yaml', 'the block is empty'],
    ],
    [
      'of an argument that is not declared',
      { execution: command(`argv: [${filled('{{ args.x }}')}]`) },
      ['EMI043', 'a.yaml', '"x" is not a declared argument'],
    ],
    [
      'of an argument in the environment',
      { execution: `{command: {binary: ls}, timeout: 30s, env: {A: ${filled('{{ args.x? }}')}}}` },
      ['EMI044', 'a.yaml', '"x" is not a declared argument'],
    ],
    [
      'of a free text in a shell program',
      { args, execution: `{command: {binary: sh, argv: [-c, ${filled('{{args.x}}')}]}, timeout: 30s}` },
      ['EMI045', 'a.yaml', 'the argument "x" becomes part of a shell program'],
    ],
    [
      'with one block full of blanks',
      { execution: command(`argv: ["{{ a${' '.repeat(SIZE)}b }}"]`) },
      ['EMI043', 'a.yaml', `"a${' '.repeat(79)}…" is not a reference to an argument`],
    ],
  ])('are refused: %s', (_, keys, says) => {
    expectAnswer({ action: action(keys), says });
  });

  test('of a declared argument are accepted', () => {
    const execution = command(`argv: [${filled('{{args.x}}')}]`);
    expectAnswer({ action: action({ args, execution }), says: undefined });
  });
});

describe('files of nothing but tiny values', PATIENCE, () => {
  const filled = (text: string): string => text.repeat((5 * MIB) / text.length);
  const tooMany = (file: string): Hostile['says'] => [
    'PCK013',
    file,
    'more than 210000 keys and values stand in the file',
  ];

  test.each<[string, string]>([
    ['a list', `[${filled('a,')}]`],
    ['keys without values', `{${filled('a,')}}`],
    ['empty items', `\n${filled('-\n')}`],
    ['nulls', `[${filled('~,')}]`],
    ['lists of one', `[${filled('[a],')}]`],
    ['empty mappings', `[${filled('{},')}]`],
  ])('are refused: %s', (_, value) => {
    expectAnswer({ action: action({ zz: value }), says: tooMany('a.yaml') });
    expectAnswer({ action: action({ side_effects: value }), says: tooMany('a.yaml') });
  });

  test('are refused as manifest', () => {
    expectAnswer({ manifest: MANIFEST.replace('a.yaml', filled('a,')), says: tooMany('pack.yaml') });
  });
});

describe('10,000 levels', PATIENCE, () => {
  const deep = 10_000;

  test.each<[string, string]>([
    ['of lists in brackets', `${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['of brackets that are never closed', '['.repeat(1_000_000)],
    ['of maps in braces', `${'{a: '.repeat(deep)}1${'}'.repeat(deep)}`],
    ['of block lists', `\n${'- '.repeat(deep)}a`],
    ['of block keys', `\n  ${'? '.repeat(deep)}a`],
    ['of one in another', `\n${'- '.repeat(900)}${'[{a: '.repeat(deep / 2)}`],
  ])('are refused: %s', (_, value) => {
    expectAnswer({
      action: action({ zz: value }),
      says: ['PCK008', 'a.yaml', 'more than 1000 lists and maps stand inside each other'],
    });
  });

  test('of a pattern are refused', () => {
    const pattern = `"${'('.repeat(deep)}a${')'.repeat(deep)}"`;
    const opened = openInProcess({
      'pack.yaml': MANIFEST,
      'a.yaml': action({ args: `[{name: x, type: string, validation: {pattern: ${pattern}}}]` }),
    });
    expect(opened.diagnostics.map(({ code }) => code)).toContain('EMI037');
    expect(opened.digest).toBeNull();
  });

  test('of an output schema are refused', () => {
    const schema = `${'{type: object, properties: {a: '.repeat(400)}{}${'}}'.repeat(400)}`;
    expectAnswer({
      action: action({
        output: `{parser: json, parser_required: true, schema: ${schema}, max_stdout_bytes: 1, max_stderr_bytes: 1}`,
      }),
      says: ['EMI049', 'a.yaml', 'the schema nests deeper than 16 levels'],
    });
  });
});

describe('100,000 of a thing', PATIENCE, () => {
  const execution = (keys: string): string =>
    action({ execution: `{command: {binary: ls}, timeout: 30s, ${keys}}` });

  test.each<[string, Hostile]>([
    [
      'unknown keys',
      {
        action: action() + many((at) => `key${at}: 1`).replaceAll(', ', '\n'),
        says: ['PCK101', 'a.yaml', '"key0" is not a key of an emisar action'],
      },
    ],
    [
      'times one key',
      {
        action: action() + 'k: 1\n'.repeat(MANY),
        says: ['PCK006', 'a.yaml', 'the key "k" is written twice'],
      },
    ],
    ['variables', { action: execution(`env: {${many((at) => `K${at}: v`)}}`), says: undefined }],
    [
      'forbidden variables',
      {
        action: execution(`env: {${many((at) => `LD_K${at}: v`)}}`),
        says: ['EMI032', 'a.yaml', 'the variable "LD_K0" must not be set'],
      },
    ],
    [
      'keys of an example',
      {
        action: action({ examples: `[{title: t, args: {${many((at) => `k${at}: v`)}}}]` }),
        says: ['EMI042', 'a.yaml', 'the argument "k0" is not declared'],
      },
    ],
    [
      'exit codes',
      {
        action: execution(`success_exit_codes: [${many(() => '1')}]`),
        says: ['EMI026', 'a.yaml', 'the exit code 1 is listed twice'],
      },
    ],
    [
      'empty declarations',
      {
        action: action({ args: `[${'{},'.repeat(MANY)}]` }),
        says: ['PCK102', 'a.yaml', 'entry 1 of `args` has no "name"'],
      },
    ],
    [
      'empty redactions',
      {
        action: action({
          output: `{max_stdout_bytes: 1, max_stderr_bytes: 1, redact: [${'{},'.repeat(MANY)}]}`,
        }),
        says: ['PCK102', 'a.yaml', 'entry 1 of `redact` has no "type"'],
      },
    ],
    [
      'numbers where a list takes texts',
      {
        action: action({ side_effects: `[${'1,'.repeat(MANY)}]` }),
        says: ['PCK106', 'a.yaml', '`side_effects` has 100000 entries, more than 16'],
      },
    ],
    [
      'action files that are not there',
      {
        manifest: MANIFEST.replace('a.yaml', `a.yaml, ${many((at) => `b${at}.yaml`)}`),
        says: ['EMI012', 'pack.yaml', 'the action file "b0.yaml" does not exist'],
      },
    ],
    [
      'references',
      {
        action: execution('cancel_grace: 1s').replace(
          'binary: ls',
          `binary: ls, argv: [${'"{{ args.x }}",'.repeat(MANY)}]`,
        ),
        says: ['EMI043', 'a.yaml', '"x" is not a declared argument'],
      },
    ],
    [
      'aliases of nothing',
      {
        action: action({ zz: `[${many((at) => `*a${at}`)}]` }),
        says: ['PCK005', 'a.yaml', 'no anchor "a0" stands before this alias'],
      },
    ],
  ])('is answered in time, a thousand of a kind listed: %s', (_, hostile) => {
    expectAnswer(hostile);
  });

  test('190,000 declarations at fault are told up to a thousand, and take no memory', () => {
    expectAnswer({
      action: action({ args: `[${'{},'.repeat(190_000)}]` }),
      says: ['PCK102', 'a.yaml', 'entry 1 of `args` has no "name"'],
    });
  });

  test('190,000 tags of an Attune pack that are no texts are told up to a thousand, and take no memory', () => {
    const manifest = `ref: a\nlabel: A\nversion: 1.0.0\ntags: [${'1,'.repeat(190_000)}]\n`;
    const { diagnostics, peakMiB } = openInProcess({ 'pack.yaml': manifest });
    expect(diagnostics[0]).toMatchObject({
      code: 'ATT106',
      message: '`tags.0` is not text, so the default counts',
    });
    expect(peakMiB).toBeLessThan(150 + (8 * manifest.length) / MIB);
  });

  test('an action file that is listed 50,000 times is judged once', () => {
    expectAnswer({
      manifest: MANIFEST.replace(
        'a.yaml',
        many(() => 'a.yaml', 50_000),
      ),
      says: ['EMI046', 'pack.yaml', 'the action file "a.yaml" is listed twice'],
    });
  });

  test('names that might be meant are not compared with each other', () => {
    const args = `[${many((at) => `{name: a${at}, type: string}`, 2000)}]`;
    const examples = `[{title: t, args: {${many((at) => `k${at}: v`, 20_000)}}}]`;
    expect(openInProcess({ 'pack.yaml': MANIFEST, 'a.yaml': action({ args, examples }) }).digest).toBeNull();
  });

  test('an action file of 8 MiB that is listed a thousand times is read and held once', () => {
    expectAnswer({
      manifest: MANIFEST.replace(
        'a.yaml',
        many(() => 'a.yaml', 1000),
      ),
      action: `${action()}# ${'x'.repeat(8 * MIB)}\n`,
      says: ['EMI135', 'pack.yaml', 'the pack has 1000 actions; MCP clients are shown at most 120 of a pack'],
    });
  });
});

describe('a key of 1 MiB', PATIENCE, () => {
  const key = 'k'.repeat(MIB);

  test.each<[string, string, string, string]>([
    ['plain', `${action()}${key}: 1\n`, 'PCK001', 'no ":" follows "kkk'],
    ['explicit', `${action()}? ${key}\n: 1\n`, 'PCK101', '"kkk'],
    [
      'in braces',
      action({ output: `{"${key}": 1, max_stdout_bytes: 1, max_stderr_bytes: 1}` }),
      'PCK001',
      '"," or "}" is missing before ":"',
    ],
  ])('is refused and quoted in part: %s', (_, text, code, beginning) => {
    const opened = openInProcess({ 'pack.yaml': MANIFEST, 'a.yaml': text });
    expect(opened.diagnostics[0]?.code).toBe(code);
    expect(opened.diagnostics[0]?.message.slice(0, beginning.length)).toBe(beginning);
    expect(opened.diagnostics[0]?.message.length).toBeLessThan(200);
  });
});

describe('a path with NUL', PATIENCE, () => {
  test('as an escape names no file', () => {
    const opened = openInProcess({ 'pack.yaml': MANIFEST.replace('a.yaml', '"a\\0.yaml"') });
    expect(opened.diagnostics[0]).toMatchObject({ code: 'EMI012', file: 'pack.yaml' });
    expect(opened.digest).toBeNull();
  });

  test('as it is is no text', () => {
    expectAnswer({
      manifest: MANIFEST.replace('a.yaml', 'a\0.yaml'),
      says: ['PCK002', 'pack.yaml', 'the control character U+0000 stands in the text'],
    });
  });
});
