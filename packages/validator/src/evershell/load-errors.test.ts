import { type ProblemCode, structuralCodes } from '@packwright/capabilities';
import { expect, test } from 'vitest';
import { open } from '../open.ts';
import { archiveTree } from '../tree/archive-tree.ts';
import { type ArchivedEntry, tarOf } from '../tree/fixtures/tar-gz.ts';
import { type MemoryEntry, memoryTree } from '../tree/memory-tree.ts';
import { evershell } from './format.ts';

type Files = Readonly<Record<string, MemoryEntry>>;

/** The error of the build (specs/evershell 1.10), our code, the file that is marked, the marked text, what makes the pack bad. */
type Row = readonly [upstream: string, code: string, file: string, marked: string, bad: Files];

const HEAD = 'name: board\ndescription: Reads the board.\n';
const manifest = (lines: string): Files => ({ 'pack.yaml': `${HEAD}${lines}` });
const good: Files = { 'pack.yaml': HEAD, 'guides/use.md': '# Using it\n' };

const buildErrors: readonly Row[] = [
  ['unknown_entry', 'EVS002', 'LICENSE', '', { LICENSE: 'MIT\n' }],
  ['entry_wrong_kind', 'EVS003', 'data', '', { data: 'a\n' }],
  ['entry_wrong_kind', 'EVS003', 'behavior.md', '', { 'behavior.md': { link: 'guides/use.md' } }],
  ['ambiguous_entry', 'EVS005', 'guides/use.md', '', { 'guides/Use.md': 'a\n' }],
  ['ambiguous_entry', 'EVS005', 'data/caf\u00e9', '', { 'data/caf\u00e9': 'a\n', 'data/cafe\u0301': 'b\n' }],
  ['path_invalid', 'EVS007', '', '', { 'guides/a\\b.md': 'a\n' }],
  ['pack_too_large', 'EVS008', 'pack.yaml', '', manifest(`# ${'x'.repeat(262_144)}\n`)],
  ['archive_bomb', 'EVS009', 'data/a', '', { 'data/a': new Uint8Array(50 * 1024 * 1024 + 1) }],
  ['symlink_escape', 'EVS011', 'data/a', '', { 'data/a': { link: '../../a' } }],
  ['symlink_dangling', 'EVS012', 'data/a', '', { 'data/a': { link: 'b' } }],
  ['symlink_cycle', 'EVS013', 'data/a', '', { 'data/a': { link: 'a' } }],
  ['symlink_absolute', 'EVS014', 'data/a', '', { 'data/a': { link: '/etc/hosts' } }],
  ['manifest_invalid_yaml', 'PCK001', 'pack.yaml', '[a', manifest('suggested_packs: [a\n')],
  ['manifest_invalid_yaml', 'PCK006', 'pack.yaml', 'name', manifest('name: other\n')],
  ['manifest_invalid_yaml', 'PCK004', 'pack.yaml', '---', manifest('---\nname: other\n')],
  ['manifest_invalid_yaml', 'PCK009', 'pack.yaml', 'a', manifest('version: !fruit a\n')],
  [
    'manifest_invalid_yaml',
    'EVS018',
    'pack.yaml',
    '*a',
    manifest(`x-a: &a b\nx-b: [${Array(51).fill('*a').join(', ')}]\n`),
  ],
  ['manifest_unknown_field', 'PCK101', 'pack.yaml', 'tier', manifest('tier: verified\n')],
  ['manifest_field_type', 'PCK103', 'pack.yaml', '1.10', manifest('version: 1.10\n')],
  ['manifest_field_type', 'EVS017', 'pack.yaml', 'Web', manifest('suggested_packs: pdf-reader, Web\n')],
  ['slug_invalid', 'PCK104', 'pack.yaml', 'a--b', { 'pack.yaml': 'name: a--b\ndescription: x\n' }],
  [
    'slug_invalid',
    'PCK102',
    'pack.yaml',
    'description',
    { 'pack.yaml': 'description: x\ncategory: tools\n' },
  ],
  [
    'slug_invalid',
    'PCK106',
    'pack.yaml',
    'a'.repeat(64),
    { 'pack.yaml': `name: ${'a'.repeat(64)}\ndescription: x\n` },
  ],
  ['slug_reserved', 'EVS015', 'pack.yaml', 'sha-1', { 'pack.yaml': 'name: sha-1\ndescription: x\n' }],
  ['version_invalid', 'PCK104', 'pack.yaml', '"1 0"', manifest('version: "1 0"\n')],
  ['version_invalid', 'EVS016', 'pack.yaml', 'latest', manifest('version: latest\n')],
  ['category_unknown', 'PCK105', 'pack.yaml', 'news', manifest('category: news\n')],
  ['behavior_too_large', 'EVS019', 'behavior.md', '', { 'behavior.md': 'a'.repeat(32_769) }],
  [
    'behavior_not_utf8',
    'EVS020',
    'behavior.md',
    '\ufffd',
    { 'behavior.md': new Uint8Array([0x61, 0xff, 0x62]) },
  ],
];

const entry = (name: string, more: Partial<ArchivedEntry> = {}): ArchivedEntry => ({
  name,
  content: 'a\n',
  ...more,
});

/** What only an archive can hold. */
const archiveErrors: readonly (readonly [
  upstream: string,
  code: string,
  file: string,
  entries: ArchivedEntry[],
])[] = [
  ['duplicate_entry', 'EVS004', 'data/a', [entry('data/a'), entry('data/a')]],
  ['unsafe_entry', 'EVS006', 'data/a', [entry('data/a', { type: '6', content: '' })]],
  ['unsafe_entry', 'EVS006', 'data/a', [entry('data/a', { type: '3', content: '' })]],
  ['unsafe_entry', 'EVS006', 'data/a', [entry('data/a', { type: '1', linkname: 'data/b', content: '' })]],
  ['path_invalid', 'EVS007', '', [entry('../a')]],
  ['path_invalid', 'EVS007', '', [entry('/etc/a')]],
  ['archive_unreadable', 'EVS010', '', [entry('data/a', { size: '7777' })]],
];

/** What no pack in memory or in an archive can show, or what is told another way. */
const elsewhere: Readonly<Record<string, string>> = {
  archive_unreadable: 'PCK012 where not even the manifest can be read',
  archive_unsupported: 'PCK012, before there is a format; tested with read-zip and hostile archives',
  manifest_missing: 'PCK011, before there is a format',
  slug_mismatch: 'two versions of a pack: not one pack',
  name_taken: 'the platform',
  community_name_taken: 'the platform',
  billing_inactive: 'the platform',
};

test('the pack into which the rows put their faults has none', () => {
  expect(open(memoryTree(good)).diagnostics).toEqual([]);
});

test.each(buildErrors)('%s is %s in "%s"', (_, code, file, marked, bad) => {
  const { diagnostics, sources } = open(memoryTree({ ...good, ...bad }));
  const found = diagnostics
    .filter((diagnostic) => diagnostic.code === code)
    .map((diagnostic) => ({
      severity: diagnostic.severity,
      file: diagnostic.file,
      marked: sources.get(diagnostic.file)?.text.slice(diagnostic.span.start, diagnostic.span.end) ?? '',
    }));
  expect(found).toContainEqual({ severity: 'error', file, marked });
});

test.each(archiveErrors)('%s is %s at "%s" of an archive', async (_, code, file, entries) => {
  const tar = await tarOf([{ name: 'pack.yaml', content: HEAD }, ...entries]);
  const { diagnostics, digest } = open(await archiveTree([tar]));
  expect(diagnostics.map((found) => `${found.code} ${found.file}`)).toContain(`${code} ${file}`);
  expect(digest).toBe(null);
});

test('every error of the build has a row, or is told elsewhere', () => {
  const all = [
    ...['archive_unreadable', 'archive_unsupported', 'archive_bomb', 'pack_too_large', 'unknown_entry'],
    ...['entry_wrong_kind', 'duplicate_entry', 'ambiguous_entry', 'unsafe_entry', 'path_invalid'],
    ...['symlink_escape', 'symlink_dangling', 'symlink_cycle', 'symlink_absolute', 'manifest_missing'],
    ...['manifest_invalid_yaml', 'manifest_unknown_field', 'manifest_field_type', 'slug_invalid'],
    ...['slug_reserved', 'slug_mismatch', 'version_invalid', 'category_unknown', 'capability_invalid'],
    ...['behavior_too_large', 'behavior_not_utf8', 'name_taken', 'community_name_taken', 'billing_inactive'],
  ];
  const told = new Set([...buildErrors, ...archiveErrors].map(([upstream]) => upstream));
  const open_ = all.filter((code) => !told.has(code) && !Object.hasOwn(elsewhere, code));
  expect(open_).toEqual(['capability_invalid']);
});

/** A capability, as much of it as the rows need to differ in. */
const capability = ({ rule = '', more = '', name = 'api', type = 'type: http, ', methods = '[GET]' }) =>
  `{name: ${name}, ${type}allow: [{domains: [a.example], methods: ${methods}${rule}}]${more}}`;
const domains = (list: string) => `[{name: api, type: http, allow: [{domains: ${list}, methods: [GET]}]}]`;
const transform = (text: string, methods = '[GET]') =>
  `[${capability({ more: `, transforms: [${text}]`, methods })}]`;
const when = (text: string) => `[${capability({ rule: `, when: ${text}` })}]`;
const body = (text: string, methods = '[POST]') =>
  `[${capability({ rule: `, body_schema: ${text}`, methods })}]`;
const counter = (text: string) => `[${capability({ more: `, budgets: {counters: {c: {${text}}}}` })}]`;
const named = (name: string) => `[${capability({ name })}]`;
const deep = `${'{a: '.repeat(34)}1${'}'.repeat(34)}`;

/** The code of the compiler, our code, the marked text, and a list of capabilities with nothing else against it. */
const problems: readonly (readonly [ProblemCode, string, string, string])[] = [
  ['not_a_list', 'PCK103', '{capabilities: []}', '{capabilities: []}'],
  ['document_too_large', 'EVS022', '', body(`{enum: [&a "${'x'.repeat(100_000)}"${', *a'.repeat(6)}]}`)],
  ['nested_too_deep', 'EVS022', '', body(`{const: ${deep}}`)],
  ['not_data', 'EVS022', '9007199254740993', body('{const: 9007199254740993}')],
  ['unknown_field', 'PCK101', 'alow', `[{name: api, type: http, alow: []}]`],
  ['field_missing', 'PCK102', 'allow', `[${capability({ type: '' })}]`],
  ['field_type', 'PCK103', '"yes"', `[${capability({ rule: ', allow_insecure: "yes"' })}]`],
  ['field_range', 'PCK106', '-1', counter('limit: -1')],
  ['value_unlisted', 'PCK105', 'tcp', `[${capability({ type: 'type: tcp, ' })}]`],
  ['list_empty', 'PCK106', '[]', '[{name: api, type: http, allow: []}]'],
  [
    'list_too_long',
    'PCK106',
    '',
    `[${capability({ more: `, transforms: [${Array(65).fill('{auth: a}').join(', ')}]` })}]`,
  ],
  ['name_form', 'PCK104', '2fast', named('2fast')],
  ['name_reserved', 'PCK104', '_internal', named('_internal')],
  ['text_form', 'PCK104', '"api/v1"', `[${capability({ rule: ', paths: ["api/v1"]' })}]`],
  ['name_duplicate', 'EVS201', 'api', `[${capability({})}, ${capability({})}]`],
  ['name_case_collision', 'EVS202', 'Api', `[${capability({})}, ${capability({ name: 'Api' })}]`],
  ['applies_to_unknown', 'EVS203', 'nope', transform('{applies_to: [nope], auth: bot}')],
  ['domain_form', 'EVS211', '"a..b"', domains('["a..b"]')],
  ['domain_scheme', 'EVS212', '"https://a.example"', domains('["https://a.example"]')],
  ['domain_path', 'EVS213', '"a.example/v1"', domains('["a.example/v1"]')],
  ['domain_userinfo', 'EVS214', '"me@a.example"', domains('["me@a.example"]')],
  ['domain_port', 'EVS215', '"a.example:0"', domains('["a.example:0"]')],
  ['port_requires_insecure', 'EVS216', '"a.example:80"', domains('["a.example:80"]')],
  ['domain_wildcard', 'EVS217', '"a.*.b.example"', domains('["a.*.b.example"]')],
  ['domain_too_broad', 'EVS218', '"*.com"', domains('["*.com"]')],
  ['domain_any', 'EVS219', '"*"', domains('["*"]')],
  ['domain_duplicate', 'EVS220', '"A.example."', domains('["a.example", "A.example."]')],
  ['path_query', 'EVS221', '"/q?x=1"', `[${capability({ rule: ', paths: ["/q?x=1"]' })}]`],
  ['path_glob', 'EVS222', '"/api/v**"', `[${capability({ rule: ', paths: ["/api/v**"]' })}]`],
  ['path_unreachable', 'EVS223', '"/a//b"', `[${capability({ rule: ', paths: ["/a//b"]' })}]`],
  ['transform_variant', 'EVS231', '{name: t}', transform('{name: t}')],
  ['auth_conflict', 'EVS232', 'two', transform('{auth: one}, {auth: two}')],
  ['header_name', 'EVS233', '"x a"', transform('{headers: {set: {"x a": b}}}')],
  ['header_value', 'EVS234', '"a\\nb"', transform('{headers: {set: {x-a: "a\\nb"}}}')],
  ['header_forbidden', 'EVS235', 'Host', transform('{headers: {set: {Host: x}}}')],
  ['header_duplicate', 'EVS236', 'X-A', transform('{headers: {set: {x-a: b, X-A: c}}}')],
  [
    'path_change',
    'EVS237',
    '{replace: /a, add_prefix: /b}',
    transform('{path: {replace: /a, add_prefix: /b}}'),
  ],
  ['pointer_form', 'EVS238', 'team', transform('{body: {set: {team: a}}}', '[POST]')],
  [
    'literal_secret',
    'EVS239',
    'k7Qz0mB4s9WtY2eR5uIoP8aD',
    transform('{headers: {set: {x-a: k7Qz0mB4s9WtY2eR5uIoP8aD}}}'),
  ],
  ['expression_syntax', 'EVS241', '', when(`'request.path = "a"'`)],
  ['expression_unknown', 'EVS242', 'request.bodyy', when(`'request.bodyy.x == 1'`)],
  ['expression_type', 'EVS243', '', when(`'request.port == "443"'`)],
  ['expression_function', 'EVS244', '', when(`'b"{}".json() == {}'`)],
  ['expression_limit', 'EVS245', '', when(`'${'request.port == 1 || '.repeat(120)}true'`)],
  ['expression_forbidden_identifier', 'EVS246', '', counter(`limit: 1, debit: 'size(secrets)'`)],
  ['when_forbidden_identifier', 'EVS247', '', when(`'secrets["a"] == "b"'`)],
  ['when_not_boolean', 'EVS248', '', when(`'request.method'`)],
  ['pattern_form', 'EVS249', '', when(`'request.path.matches("(?!a)")'`)],
  ['secret_dynamic', 'EVS250', '', transform(`{headers: {set: {x-a: {expr: 'secrets[request.path]'}}}}`)],
  ['body_schema_method', 'EVS251', 'body_schema', body('{type: object}', '[GET]')],
  ['body_schema_keyword', 'EVS252', '$dynamicRef', body('{$dynamicRef: "#a"}')],
  ['body_schema_value', 'EVS253', 'objekt', body('{type: objekt}')],
  ['body_schema_reference', 'EVS254', '"https://a.example/"', body('{$ref: "https://a.example/"}')],
  ['body_schema_unknown_keyword', 'EVS255', 'requires', body('{requires: [a]}')],
  ['ceiling_missing', 'EVS261', '', counter(`limit: 1, debit: 'response.body.n'`)],
  ['window_scope', 'EVS262', '', counter('limit: 1, scope: task, window: 1h')],
  ['window_range', 'EVS263', '90d', counter('limit: 1, window: 90d')],
];

test.each(problems)('the problem %s of capabilities is %s', (_, code, marked, list) => {
  const text = `${HEAD}capabilities: ${list}\n`;
  const { diagnostics, digest } = open(memoryTree({ ...good, 'pack.yaml': text }));
  const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found).not.toEqual([]);
  for (const { span } of found) {
    expect(span.start).toBeGreaterThanOrEqual(HEAD.length);
    expect(span.end).toBeGreaterThan(span.start);
  }
  expect(digest === null).toBe(found[0]?.severity === 'error');
  if (marked !== '') expect(found.map(({ span }) => text.slice(span.start, span.end))).toContain(marked);
});

test('every problem of a list of capabilities has a row, and each rule of ours but one stands for one of them', () => {
  // Only a policy with a model backend can have it.
  const policyOnly: readonly ProblemCode[] = ['upstream_credential'];
  const rows = new Set<ProblemCode>(problems.map(([code]) => code));
  expect([...structuralCodes].filter((code) => !rows.has(code))).toEqual([]);
  expect(policyOnly.filter((code) => rows.has(code))).toEqual([]);
  const ours = evershell.rules.map(({ code }) => code).filter((code) => code.startsWith('EVS2'));
  const shown = new Set(problems.map(([, code]) => code));
  // EVS240 is about how a document spells a number, which is lost in the list that is compiled.
  expect(ours.filter((code) => !shown.has(code))).toEqual(['EVS240']);
});

test('the page of each rule names the errors of the build that it reports', () => {
  const shown = [...buildErrors, ...archiveErrors].map(([id, code]) => `${id} ${code}`);
  const named = evershell.rules.flatMap(({ code, upstream }) =>
    (upstream ?? []).map((id) => `${id} ${code}`),
  );
  expect([...new Set(shown)].filter((pair) => pair.includes(' EVS') && !named.includes(pair))).toEqual([]);
});
