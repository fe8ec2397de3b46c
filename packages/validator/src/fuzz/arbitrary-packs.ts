import fc, { type Arbitrary } from 'fast-check';
import type { MemoryEntry } from '../tree/memory-tree.ts';
import type { PackEntries } from './promises.ts';

const WORDS = [
  'schema_version: 1', 'id: a.b', 'id: ', 'name: ', 'version: 1.0', 'description: ', 'actions:', 'kind: exec', 'kind: script',
  'risk: low', 'title: ', 'side_effects: [none]', 'args:', '- name: x', 'type: ', 'string', 'integer', 'duration', 'path',
  'string_array', 'required: true', 'sensitive: yes', 'default: ', 'validation: {', 'enum: [', 'pattern: ', '^[a-z]+$', '(?i)a{1,1000}',
  '(a+)+$', '[[:alpha:]]', '\\p{Greek}', 'min: ', 'max: ', 'max_length: ', 'execution:', 'command:', 'binary: sh', 'argv:', '- -c',
  '"{{ args.x }}"', '{{ args.y? }}', '{{{', '}}', 'timeout: 30s', 'timeout_max: ', '1h30m', '2540400h', 'env: {', 'output:', 'parser: json',
  'parser_required: true', 'schema: {', 'type: object', '$ref: "#/"', 'properties: {', 'max_stdout_bytes: 1024', 'max_stderr_bytes: 1024',
  'redact:', 'examples:', 'allow_symlinks: true', 'actions/a.yaml', '../a.yaml', '/etc/passwd', 'setup:', 'requires: {', 'detect: {', 'ports: [',
  ': ', ':', '- ', '-', '? ', ', ', '[', ']', '{', '}', '"', "'", '\\', '|', '>', '|2-', '#', ' #', '&a ', '*a', '<<: *a', '!', '!!str ', '!!binary ',
  '!!int ', '%YAML 1.1', '%', '@', '`', '~', 'null', 'true', 'yes', '0', '-1', '1.5', '0x1F', '0777', '1e400', '9223372036854775808', '.nan', '2024-01-02',
  '\n', '\n', '\n', '\n  ', '\n  ', '\n    ', '\n\t', ' ', '\t', '\r\n', '\r', '\u0085', '\u2028', '\n---\n', '\n...\n', 'é', '\u202e', '😀', '\ud83d',
  '\ufeff', '\0', '\x07', '\x7f', '__proto__: ', 'constructor', 'a'.repeat(200), '\n- '.repeat(50), '['.repeat(40), '{a: '.repeat(40),
]; // biome-ignore format: a word list reads best filled

const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Text of the words and marks that YAML and packs are made of, in any order. */
const yamlish: Arbitrary<string> = fc.array(word, { maxLength: 80 }).map((words) => words.join(''));

const MANIFEST =
  'schema_version: 1\nid: a\nname: A\nversion: 1.0.0\ndescription: d\nactions: [actions/a.yaml]\n';

/** A pack whose files are any bytes. */
export const packOfBytes: Arbitrary<PackEntries> = fc
  .tuple(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), fc.boolean())
  .map(([manifest, action, listed]) => pack(listed ? MANIFEST : manifest, action));

/** A pack whose files are made of words. */
export const packOfWords: Arbitrary<PackEntries> = fc
  .tuple(yamlish, yamlish, fc.boolean())
  .map(([manifest, action, listed]) => pack(listed ? MANIFEST + manifest : manifest, action));

/** A pack that is right but for values of any kind in one action; written as JSON, so every value gets through. */
export const packOfValues: Arbitrary<PackEntries> = fc
  .tuple(anyAction(), fc.boolean())
  .map(([action, pretty]) => pack(MANIFEST, JSON.stringify(action, null, pretty ? 2 : 0)));

/** A real pack with some edits. */
export function editedPack(packs: readonly ReadonlyMap<string, string>[]): Arbitrary<PackEntries> {
  const edit = fc.record({
    file: fc.nat(),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 400 })),
    what: fc.constantFrom('insert', 'delete', 'repeat', 'move', 'line', 'entry'),
    text: fc.oneof(word, word, yamlish),
    other: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  return fc
    .tuple(fc.constantFrom(...packs), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([base, edits]) => {
      const entries = new Map<string, MemoryEntry>(base);
      for (const { file, at, length, what, text, other } of edits) {
        const paths = [...entries.keys()];
        const path = paths[file % paths.length] as string;
        const before = entries.get(path);
        if (typeof before !== 'string') continue;
        if (what === 'entry') replaceEntry(entries, path, file, text);
        else entries.set(path, edited(before, what, Math.floor(at * before.length), length, text, other));
      }
      return entries;
    });
}

function edited(
  text: string,
  what: string,
  at: number,
  length: number,
  insert: string,
  other: number,
): string {
  const rest = text.slice(at + length);
  switch (what) {
    case 'insert':
      return text.slice(0, at) + insert + text.slice(at);
    case 'delete':
      return text.slice(0, at) + rest;
    case 'repeat':
      return text.slice(0, at) + text.slice(at, at + length).repeat(3) + rest;
    case 'move': {
      const without = text.slice(0, at) + rest;
      const to = Math.floor(other * without.length);
      return without.slice(0, to) + text.slice(at, at + length) + without.slice(to);
    }
    default: {
      const lines = text.split('\n');
      lines.splice(Math.floor(other * lines.length), length % 3, insert);
      return lines.join('\n');
    }
  }
}

function replaceEntry(entries: Map<string, MemoryEntry>, path: string, file: number, text: string): void {
  const kinds: MemoryEntry[] = [
    { directory: true },
    { link: text },
    { link: 'pack.yaml' },
    { link: path },
    { link: '/etc/passwd' },
    Buffer.from(text, 'utf16le'),
    new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
    new Uint8Array([0xc3, 0x28]),
  ];
  if (file % 9 === 8) entries.delete(path);
  else entries.set(path, kinds[file % 9] as MemoryEntry);
}

function pack(manifest: string | Uint8Array, action: string | Uint8Array): PackEntries {
  return new Map([
    ['pack.yaml', manifest],
    ['actions/a.yaml', action],
    ['scripts/run.sh', 'echo\n'],
  ]);
}

function anyAction(): Arbitrary<unknown> {
  const text = fc.oneof(word, fc.string(), yamlish);
  const json = fc.jsonValue({ maxDepth: 4 });
  const value = fc.oneof(text, json, fc.constantFrom(0, -1, 1.5, 2 ** 53, 1e300, true, null, '', [], {}));
  const type = fc.constantFrom(
    'string', 'integer', 'number', 'boolean', 'duration', 'path', 'string_array', 'integer_array',
  ); // biome-ignore format: one line
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant('1e3'),
  );
  const duration = fc.oneof(fc.constantFrom('1s', '90m', '1h30m', '2d', '0', '-5s', '.5s', '1e3s', ''), text);
  const validation = fc.record(
    {
      enum: fc.array(value, { maxLength: 4 }),
      allowed: fc.array(value, { maxLength: 4 }),
      pattern: fc.oneof(
        fc.constantFrom('^a+$', '(a|b)*c', '[^x]{2,500}', '\\d+\\b', '(?P<n>x)', '(?=x)'),
        text,
      ),
      min: number,
      max: number,
      max_length: fc.nat(),
      max_items: fc.nat(),
      min_duration: duration,
      max_duration: duration,
      allowed_prefixes: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );
  const name = fc.constantFrom('x', 'y', 'token', 'a-b', 'é', '');
  const arg = fc.record(
    {
      name,
      type,
      required: fc.boolean(),
      sensitive: fc.boolean(),
      default: value,
      description: text,
      validation,
    },
    { requiredKeys: ['name', 'type'] },
  );
  const template = fc.oneof(
    fc.constantFrom(
      '{{ args.x }}',
      '{{ args.y? }}',
      '-c',
      'rm -rf {{args.x}}',
      '{{',
      '{{ args. }}',
      '--',
      '{{ x | y }}',
    ),
    text,
  );
  const argv = fc.array(template, { maxLength: 6 });
  const limits = { timeout: duration, timeout_min: duration, timeout_max: duration, cancel_grace: duration };
  const execution = fc.record(
    {
      command: fc.record({ binary: fc.constantFrom('sh', '/bin/sh', 'rm', 'systemctl', 'a b'), argv }),
      script: fc.record({ path: fc.constantFrom('scripts/run.sh', 'gone.sh', '../x'), interpreter: text }),
      argv,
      ...limits,
      success_exit_codes: fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 3 }),
      env: fc.dictionary(fc.constantFrom('PATH', 'LD_PRELOAD', 'A', '__proto__'), template),
      cwd: text,
    },
    { requiredKeys: ['timeout'] },
  );
  const bytes = fc.integer({ min: -1, max: 1 << 20 });
  const schema = fc.dictionary(
    fc.constantFrom(
      'type',
      'properties',
      'items',
      '$ref',
      'pattern',
      'enum',
      'required',
      'allOf',
      '$defs',
      'minimum',
    ),
    fc.oneof(json, fc.constantFrom('object', '#/$defs/a', '#', '(', ['object'])),
  );
  const output = fc.record(
    {
      parser: fc.constantFrom('', 'text', 'json'),
      parser_required: fc.boolean(),
      schema,
      max_stdout_bytes: bytes,
      max_stderr_bytes: bytes,
      max_stdout_bytes_min: bytes,
      redact: fc.array(
        fc.record(
          { type: fc.constantFrom('regex', 'literal'), pattern: text, literal: text },
          { requiredKeys: ['type'] },
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['max_stdout_bytes', 'max_stderr_bytes'] },
  );
  return fc.record(
    {
      schema_version: fc.constantFrom<unknown>(1, 1, 1, 2, '1', 1.9),
      id: fc.constantFrom('a.b', 'a', 'shell.run_script', 'A.b'),
      title: text,
      summary: text,
      kind: fc.constantFrom('exec', 'exec', 'script', 'other'),
      risk: fc.constantFrom('low', 'medium', 'high', 'critical', 'hgih'),
      description: text,
      side_effects: fc.array(text, { maxLength: 3 }),
      search_terms: fc.array(text, { maxLength: 3 }),
      args: fc.array(arg, { maxLength: 4 }),
      execution,
      output,
      examples: fc.array(fc.record({ title: text, args: fc.dictionary(name, value) }), { maxLength: 3 }),
      added: value,
    },
    {
      requiredKeys: [
        'schema_version',
        'id',
        'title',
        'kind',
        'risk',
        'description',
        'side_effects',
        'execution',
        'output',
      ],
    },
  );
}
