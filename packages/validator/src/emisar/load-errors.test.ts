import { readFileSync } from 'node:fs';
import { describeShared } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { judge } from '../fixtures/fixture.ts';
import { ruleOf, rules } from '../rules.ts';
import { readFixture } from './fixtures/fixture.ts';

/** The id of a load error, its code, the fixture that shows it, and the file and the text that are marked. */
type Row = readonly [id: string, code: string, fixture: string, file: string, marked: string];

// The ids are those of specs/emisar 6.3. A marked text of more than 24 characters is cut.
const loadErrors: readonly Row[] = [
  // D: the packs of a load and their manifest
  ['D4', 'PCK011', 'PCK011', 'pack.yaml', ''],
  ['D5', 'PCK011', 'PCK011/directory', 'pack.yaml', ''],
  ['D5', 'PCK011', 'PCK011/unreadable', 'pack.yaml', ''],
  ['D6', 'PCK001', 'PCK001/manifest', 'pack.yaml', '"Clock'],
  ['D6', 'PCK002', 'PCK002/manifest', 'pack.yaml', '\0'],
  ['D6', 'PCK003', 'PCK003/manifest', 'pack.yaml', ''],
  ['D6', 'PCK004', 'PCK004/manifest', 'pack.yaml', '---'],
  ['D6', 'PCK005', 'PCK005/manifest', 'pack.yaml', '*disks'],
  ['D6', 'PCK006', 'PCK006/manifest', 'pack.yaml', 'version'],
  ['D6', 'PCK007', 'PCK007/manifest', 'pack.yaml', 'linux'],
  ['D6', 'PCK008', 'PCK008/manifest', 'pack.yaml', '['],
  ['D6', 'PCK009', 'PCK009/manifest', 'pack.yaml', '1.0.0'],
  ['D6', 'PCK101', 'PCK101/manifest', 'pack.yaml', 'license'],
  ['D6', 'PCK103', 'PCK103/manifest', 'pack.yaml', '  offset: actions/offse…'],
  // P: the manifest
  ['P1', 'PCK105', 'PCK105/manifest-schema-version', 'pack.yaml', '2'],
  ['P2', 'PCK102', 'PCK102/manifest-id', 'pack.yaml', 'name'],
  ['P3', 'PCK104', 'PCK104/manifest-id', 'pack.yaml', 'DNS-Tools'],
  ['P3', 'PCK106', 'PCK106/manifest-id', 'pack.yaml', 'mail-queue-tools-of-the…'],
  ['P4', 'PCK102', 'PCK102/manifest-name', 'pack.yaml', 'version'],
  ['P5', 'PCK102', 'PCK102/manifest-version', 'pack.yaml', 'description'],
  ['P6', 'PCK104', 'PCK104/manifest-version', 'pack.yaml', '1.0.0_rc1'],
  ['P6', 'PCK106', 'PCK106/manifest-version', 'pack.yaml', '1.0.0+4f8d2c1e4f8d2c1e4…'],
  ['P7', 'PCK104', 'PCK104/retired-below', 'pack.yaml', 'v0.9'],
  ['P8', 'PCK102', 'PCK102/manifest-description', 'pack.yaml', 'detect'],
  ['P9', 'PCK102', 'PCK102/manifest-actions', 'pack.yaml', 'detect'],
  ['P9', 'PCK106', 'PCK106/manifest-actions', 'pack.yaml', '[]'],
  ['P10', 'PCK104', 'PCK104/variable-name', 'pack.yaml', 'redis-port'],
  ['P11', 'EMI001', 'EMI001', 'pack.yaml', 'REDISCLI_AUTH'],
  ['P12', 'PCK106', 'PCK106', 'pack.yaml', '65587'],
  ['P13', 'EMI002', 'EMI002/together', 'pack.yaml', 'clock'],
  ['P14', 'EMI003', 'EMI003', 'pack.yaml', 'clock.ofset'],
  // F: the files that a pack names
  ['F1', 'PCK102', 'PCK102/action-path-empty', 'pack.yaml', '""'],
  ['F2', 'EMI010', 'EMI010/action', 'pack.yaml', '/etc/packs/list.yaml'],
  ['F2', 'EMI010', 'EMI010', 'actions/list.yaml', '/opt/backup/list.sh'],
  ['F3', 'EMI011', 'EMI011/action', 'pack.yaml', '../backup/actions/list.…'],
  ['F3', 'EMI011', 'EMI011', 'actions/list.yaml', '../shared/list.sh'],
  ['F4', 'EMI012', 'EMI012/action', 'pack.yaml', 'actions/sources.yaml'],
  ['F4', 'EMI012', 'EMI012', 'actions/list.yaml', 'scripts/lits.sh'],
  ['F4', 'EMI012', 'EMI012/dangling-link', 'actions/list.yaml', 'scripts/list.sh'],
  ['F5', 'EMI013', 'EMI013/circle', 'actions/list.yaml', 'scripts/list.sh'],
  ['F6', 'EMI014', 'EMI014/outside', 'actions/list.yaml', 'scripts/list.sh'],
  ['F6', 'EMI014', 'EMI014/allowed', 'actions/list.yaml', 'scripts/list.sh'],
  ['F7', 'EMI015', 'EMI015/inside', 'actions/list.yaml', 'scripts/list.sh'],
  ['F8', 'EMI016', 'EMI016', 'pack.yaml', 'actions'],
  ['F8', 'EMI016', 'EMI016/script', 'actions/list.yaml', 'scripts'],
  ['F8', 'EMI016', 'EMI016/permission', 'pack.yaml', 'actions/list.yaml'],
  ['F9', 'PCK001', 'PCK001', 'actions/offset.yaml', '\t'],
  ['F9', 'PCK001', 'PCK001/glob', 'actions/usage.yaml', '*.'],
  ['F9', 'PCK002', 'PCK002', 'actions/usage.yaml', '\ufffd'],
  ['F9', 'PCK003', 'PCK003', 'actions/sources.yaml', ''],
  ['F9', 'PCK004', 'PCK004', 'actions/offset.yaml', '---'],
  ['F9', 'PCK005', 'PCK005', 'actions/usage.yaml', '*log'],
  ['F9', 'PCK005', 'PCK005/inside-itself', 'actions/queue.yaml', '*terms'],
  ['F9', 'PCK005', 'PCK005/multiplied', 'actions/queue.yaml', '*c'],
  ['F9', 'PCK006', 'PCK006', 'actions/offset.yaml', 'timeout'],
  ['F9', 'PCK007', 'PCK007', 'actions/tail.yaml', 'count'],
  ['F9', 'PCK008', 'PCK008/brackets', 'actions/lookup.yaml', '['],
  ['F9', 'PCK009', 'PCK009', 'actions/lookup.yaml', '{ A }'],
  ['F9', 'PCK009', 'PCK009/tag', 'actions/lookup.yaml', '10s'],
  ['F9', 'PCK101', 'PCK101', 'actions/offset.yaml', 'side_effect'],
  ['F9', 'PCK103', 'PCK103', 'actions/offset.yaml', 'none'],
  ['F9', 'PCK103', 'PCK103/template-without-quotes', 'actions/lookup.yaml', '{{ args.host }}'],
  ['F9', 'PCK104', 'PCK104/duration', 'actions/lookup.yaml', '10'],
  ['F9', 'EMI004', 'EMI004', 'actions/offset.yaml', '200000d'],
  // A: an action
  ['A1', 'PCK105', 'PCK105/schema-version', 'actions/lookup.yaml', '2'],
  ['A2', 'PCK102', 'PCK102/id', 'actions/queue.yaml', 'title'],
  ['A3', 'PCK104', 'PCK104', 'actions/lookup.yaml', 'lookup'],
  ['A3', 'PCK106', 'PCK106/id', 'actions/queue.yaml', 'mail.queue-of-messages-…'],
  ['A4', 'PCK102', 'PCK102/title', 'actions/queue.yaml', 'kind'],
  ['A5', 'EMI020', 'EMI020', 'actions/queue.yaml', '\u202e'],
  ['A5', 'EMI020', 'EMI020/title-control-character', 'actions/queue.yaml', '\\a'],
  ['A5', 'EMI020', 'EMI020/summary-too-long', 'actions/queue.yaml', 'Show the messages that …'],
  ['A5', 'EMI020', 'EMI020/description-blank', 'actions/queue.yaml', '" "'],
  ['A5', 'EMI020', 'EMI020/side-effect-not-text', 'actions/queue.yaml', '/w=='],
  ['A5', 'EMI020', 'EMI020/search-term-too-long', 'actions/queue.yaml', 'a message that is defer…'],
  ['A5', 'EMI020', 'EMI020/example-title-direction', 'actions/queue.yaml', '\u200e'],
  ['A6', 'PCK106', 'PCK106/search-terms', 'actions/queue.yaml', 'mailq'],
  ['A7', 'PCK102', 'PCK102/search-term-empty', 'actions/queue.yaml', '""'],
  ['A7', 'EMI020', 'EMI020/search-term-blank', 'actions/queue.yaml', '" "'],
  ['A8', 'EMI021', 'EMI021', 'actions/queue.yaml', 'Postfix'],
  ['A9', 'PCK105', 'PCK105/kind', 'actions/offset.yaml', 'command'],
  ['A10', 'PCK105', 'PCK105', 'actions/lookup.yaml', 'lwo'],
  ['A11', 'PCK105', 'PCK105/parser', 'actions/lookup.yaml', 'yaml'],
  ['A12', 'PCK102', 'PCK102/description', 'actions/queue.yaml', 'side_effects'],
  ['A13', 'EMI022', 'EMI022', 'actions/queue.yaml', 'List the messages that …'],
  ['A14', 'PCK102', 'PCK102', 'actions/queue.yaml', 'search_terms'],
  ['A15', 'PCK106', 'PCK106/side-effects', 'actions/queue.yaml', 'Holds the messages of q…'],
  ['A16', 'PCK106', 'PCK106/examples', 'actions/queue.yaml', 'title: All waiting mess…'],
  ['A17', 'PCK102', 'PCK102/timeout', 'actions/queue.yaml', 'command'],
  ['A17', 'EMI023', 'EMI023', 'actions/offset.yaml', '0s'],
  ['A18', 'EMI024', 'EMI024', 'actions/usage.yaml', '1m'],
  ['A18', 'EMI025', 'EMI025/least-alone', 'actions/usage.yaml', '10s'],
  ['A19', 'EMI025', 'EMI025', 'actions/usage.yaml', '2m'],
  ['A20', 'PCK106', 'PCK106/exit-code', 'actions/queue.yaml', '256'],
  ['A21', 'EMI026', 'EMI026', 'actions/usage.yaml', '1'],
  ['A22', 'PCK102', 'PCK102/max-stdout-bytes', 'actions/queue.yaml', 'redact'],
  ['A22', 'PCK106', 'PCK106/max-stdout-bytes', 'actions/queue.yaml', '0'],
  ['A23', 'PCK102', 'PCK102/max-stderr-bytes', 'actions/queue.yaml', 'max_stdout_bytes: 262144'],
  ['A23', 'PCK106', 'PCK106/max-stderr-bytes', 'actions/queue.yaml', '0'],
  ['A24', 'EMI027', 'EMI027', 'actions/usage.yaml', '262144'],
  ['A24', 'EMI028', 'EMI028/least-alone', 'actions/usage.yaml', '8192'],
  ['A25', 'EMI028', 'EMI028', 'actions/usage.yaml', '1048576'],
  ['A26', 'EMI029', 'EMI029', 'actions/devices.yaml', 'schema'],
  ['A26', 'EMI029', 'EMI029/text', 'actions/devices.yaml', 'schema'],
  ['A27', 'PCK102', 'PCK102/command', 'actions/queue.yaml', 'timeout'],
  ['A28', 'PCK102', 'PCK102/binary-empty', 'actions/queue.yaml', '""'],
  ['A29', 'PCK104', 'PCK104/binary', 'actions/lookup.yaml', '/usr/bin/dig'],
  ['A30', 'PCK101', 'PCK101/exec-with-script', 'actions/offset.yaml', 'script'],
  ['A31', 'PCK102', 'PCK102/script', 'actions/list.yaml', 'timeout: 30s'],
  ['A32', 'PCK102', 'PCK102/script-path-empty', 'actions/list.yaml', '""'],
  ['A33', 'PCK101', 'PCK101/script-with-command', 'actions/list.yaml', 'command'],
  ['A34', 'EMI030', 'EMI030', 'actions/lookup.yaml', 'host'],
  ['A35', 'PCK102', 'PCK102/redaction-name', 'actions/queue.yaml', 'replacement'],
  ['A35', 'PCK102', 'PCK102/redaction-pattern', 'actions/queue.yaml', 'replacement'],
  ['A35', 'PCK102', 'PCK102/redaction-literal', 'actions/queue.yaml', 'type: literal'],
  ['A35', 'PCK105', 'PCK105/redaction-type', 'actions/queue.yaml', 'glob'],
  ['A35', 'EMI031', 'EMI031', 'actions/memory.yaml', '(?<='],
  ['A36', 'EMI032', 'EMI032', 'actions/usage.yaml', 'LD_PRELOAD'],
  // G: a declaration of an argument
  ['G1', 'PCK102', 'PCK102/argument-name', 'actions/lookup.yaml', 'type'],
  ['G2', 'PCK105', 'PCK105/argument-type', 'actions/lookup.yaml', 'text'],
  ['G3', 'EMI033', 'EMI033', 'actions/tail.yaml', '100'],
  ['G4', 'EMI034', 'EMI034', 'actions/tail.yaml', '[nginx.service, postgre…'],
  ['G5', 'EMI035', 'EMI035/enum-on-duration', 'actions/tail.yaml', 'enum'],
  ['G6', 'EMI036', 'EMI036', 'actions/handshake.yaml', '1.2'],
  ['G6', 'EMI036', 'EMI036/integer-in-quotes', 'actions/tail.yaml', '"1000"'],
  ['G7', 'EMI035', 'EMI035', 'actions/lookup.yaml', 'pattern'],
  ['G8', 'EMI037', 'EMI037', 'actions/lookup.yaml', '(?!'],
  ['G8', 'EMI037', 'EMI037/repeat', 'actions/lookup.yaml', '{0,2048}'],
  ['G9', 'EMI035', 'EMI035/max-length-on-integer', 'actions/tail.yaml', 'max_length'],
  ['G10', 'PCK106', 'PCK106/max-length', 'actions/lookup.yaml', '0'],
  ['G11', 'EMI035', 'EMI035/min-on-string', 'actions/lookup.yaml', 'min'],
  ['G12', 'PCK106', 'PCK106/bound-not-finite', 'actions/tail.yaml', '.inf'],
  ['G13', 'EMI038', 'EMI038', 'actions/tail.yaml', '0.5'],
  ['G14', 'EMI039', 'EMI039', 'actions/tail.yaml', '50'],
  ['G15', 'EMI035', 'EMI035/max-items-on-string', 'actions/lookup.yaml', 'max_items'],
  ['G16', 'PCK106', 'PCK106/max-items', 'actions/lookup.yaml', '-1'],
  ['G17', 'EMI035', 'EMI035/duration-bounds-on-integer', 'actions/tail.yaml', 'max_duration'],
  ['G18', 'EMI040', 'EMI040', 'actions/tail.yaml', '24m'],
  ['G19', 'EMI035', 'EMI035/paths-on-integer', 'actions/tail.yaml', 'allowed_prefixes'],
  // S: what only shows when the parts are put together
  ['S1', 'EMI041', 'EMI041', 'actions/tail.yaml', '5000'],
  ['S1', 'EMI041', 'EMI041/duration-in-days', 'actions/tail.yaml', '1d'],
  ['S2', 'EMI042', 'EMI042', 'actions/lookup.yaml', 'https://www.example.com/'],
  ['S2', 'EMI042', 'EMI042/required', 'actions/lookup.yaml', 'title'],
  ['S2', 'EMI042', 'EMI042/unknown', 'actions/lookup.yaml', 'hostname'],
  ['S3', 'EMI043', 'EMI043', 'actions/lookup.yaml', '{{ args.hsot }}'],
  ['S3', 'EMI043', 'EMI043/filter', 'actions/lookup.yaml', '{{ args.host | lower }}'],
  ['S3', 'EMI043', 'EMI043/list-inside-text', 'actions/lookup.yaml', '{{ args.hosts }}'],
  ['S3', 'EMI043', 'EMI043/other-root', 'actions/lookup.yaml', '{{ host }}'],
  ['S3', 'EMI043', 'EMI043/unterminated', 'actions/lookup.yaml', '{{ args.host }'],
  ['S4', 'EMI044', 'EMI044', 'actions/purge.yaml', '{{ args.token }}'],
  ['S5', 'EMI045', 'EMI045', 'actions/tail.yaml', '{{ args.file }}'],
  ['S6', 'EMI046', 'EMI046', 'actions/sources.yaml', 'clock.offset'],
  ['S6', 'EMI046', 'EMI046/file-twice', 'pack.yaml', './actions/offset.yaml'],
  ['S6', 'EMI046', 'EMI046/together', 'actions/sources.yaml', 'clock.offset'],
  // O: an output schema
  ['O1', 'EMI047', 'EMI047', 'actions/devices.yaml', 'array'],
  ['O1', 'EMI047', 'EMI047/no-type', 'actions/devices.yaml', 'schema'],
  ['O2', 'EMI048', 'EMI048', 'actions/devices.yaml', '.inf'],
  ['O2', 'EMI048', 'EMI048/key-not-text', 'actions/devices.yaml', '1'],
  ['O3', 'EMI049', 'EMI049', 'actions/devices.yaml', '{items: {items: {type: …'],
  ['O3', 'EMI049', 'EMI049/many-bytes', 'actions/devices.yaml', 'schema'],
  ['O3', 'EMI049', 'EMI049/many-values', 'actions/devices.yaml', 'schema'],
  ['O4', 'EMI050', 'EMI050', 'actions/devices.yaml', '"#/definitions/device"'],
  ['O4', 'EMI050', 'EMI050/dialect', 'actions/devices.yaml', 'http://json-schema.org/…'],
  ['O4', 'EMI050', 'EMI050/remote-reference', 'actions/devices.yaml', 'https://schemas.example…'],
  ['O5', 'EMI051', 'EMI051', 'actions/devices.yaml', '18446744073709551615'],
  ['O5', 'EMI051', 'EMI051/multiple-of', 'actions/devices.yaml', '0.5'],
  ['O6', 'EMI052', 'EMI052', 'actions/devices.yaml', '"#/$defs/devcie"'],
  ['O6', 'EMI052', 'EMI052/type', 'actions/devices.yaml', 'int'],
  ['O6', 'EMI052', 'EMI052/pattern', 'actions/devices.yaml', '"^(?!loop)"'],
  // W: a warning
  ['W1', 'EMI101', 'EMI101', 'actions/purge.yaml', 'api_token'],
];

/** What is not about what a pack holds, so that no fixture of a pack can show it. */
const elsewhere: Readonly<Record<string, readonly [code: string, where: string]>> = {
  D1: ['', 'a path argument: exit code 2, packages/cli/src/commands/validate.test.ts'],
  D2: ['', 'a path argument: exit code 2, packages/cli/src/commands/validate.test.ts'],
  D3: ['PCK012', 'the machine: packages/cli/src/commands/validate.test.ts'],
};

test.each(loadErrors)('%s is %s in %s', async (id, code, fixture, file, marked) => {
  const reports = judge(await readFixture(`${fixture}/bad`));
  const found = reports.flatMap(({ opened: { diagnostics, sources } }) =>
    diagnostics
      .filter((diagnostic) => diagnostic.code === code)
      .map(({ severity, file, span }) => {
        const text = sources.get(file)?.text.slice(span.start, span.end) ?? '';
        return { severity, file, marked: text.length > 24 ? `${text.slice(0, 23)}…` : text };
      }),
  );
  expect(found).toContainEqual({ severity: id === 'W1' ? 'warning' : 'error', file, marked });
});

test('the page of each code names the load errors that it reports', () => {
  const shown = [
    ...loadErrors.map(([id, code]) => `${id} ${code}`),
    ...Object.entries(elsewhere).flatMap(([id, [code]]) => (code === '' ? [] : [`${id} ${code}`])),
  ];
  const named = rules
    .flatMap(({ code, upstream }) => (upstream ?? []).map((id) => `${id} ${code}`))
    .filter((pair) => /^[A-Z][0-9]+ /.test(pair));
  expect(named.toSorted()).toEqual([...new Set(shown)].toSorted());
});

test('a load error is an error of ours, and W1 a warning', () => {
  const warnings = loadErrors.filter(([, code]) => ruleOf(code)?.severity === 'warning');
  expect(warnings.map(([id]) => id)).toEqual(['W1']);
});

describeShared('specs/emisar.md', (path) => {
  test('every load error of the spec is in the table, or said to be elsewhere', () => {
    const spec = readFileSync(path, 'utf8');
    const section = spec.slice(spec.indexOf('### 6.3'), spec.indexOf('### 6.4'));
    const ids = [...section.matchAll(/^\| ([A-Z][0-9]+) \|/gm)].map(([, id]) => id);
    const known = new Set([...loadErrors.map(([id]) => id), ...Object.keys(elsewhere)]);
    expect(ids).toHaveLength(97);
    expect(ids.filter((id) => id === undefined || !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !ids.includes(id))).toEqual([]);
  });
});
