import { expect, test } from 'vitest';
import { fine, missing, misspelled, packWith, wide } from './fixtures/sample-report.ts';
import { jsonRenderer } from './json.ts';
import { renderReport, reportOf } from './report.ts';

test('a run is one document, its keys in the published order', () => {
  expect(renderReport(jsonRenderer(), reportOf([fine, packWith([misspelled])]))).toBe(`\
{
  "packs": [
    {
      "path": "packs/dns",
      "format": "emisar",
      "profile": null,
      "id": "dns",
      "version": "1.2.0",
      "ok": true,
      "digest": "sha256:9a007c6f63cb23b776a4ced833ec531c70c547d8cceb653b6db9409fa9b581de",
      "diagnostics": []
    },
    {
      "path": "packs/redis",
      "format": "emisar",
      "profile": null,
      "id": "redis",
      "version": "0.3.10",
      "ok": false,
      "digest": null,
      "diagnostics": [
        {
          "code": "PCK105",
          "severity": "error",
          "file": "actions/restart.yaml",
          "start": {
            "line": 4,
            "column": 7,
            "offset": 56
          },
          "end": {
            "line": 4,
            "column": 10,
            "offset": 59
          },
          "message": "risk \\"hgh\\" is not a tier",
          "hint": "did you mean \\"high\\"?",
          "docs": "https://packwright.dev/rules/PCK105"
        }
      ]
    }
  ],
  "summary": {
    "packs": 2,
    "errors": 1,
    "warnings": 0
  }
}
`);
});

const documentOf = (...packs: Parameters<typeof reportOf>[0]) =>
  JSON.parse(renderReport(jsonRenderer(), reportOf(packs)));

test('a run without packs is a document too', () => {
  expect(documentOf()).toEqual({ packs: [], summary: { packs: 0, errors: 0, warnings: 0 } });
});

test('a pack with warnings only is ok', () => {
  expect(documentOf(packWith([wide])).packs[0].ok).toBe(true);
});

test('a diagnostic without a hint says null', () => {
  expect(documentOf(packWith([wide])).packs[0].diagnostics[0].hint).toBeNull();
});

test('a file that was not read as text is reported at its start', () => {
  const [diagnostic] = documentOf(packWith([missing])).packs[0].diagnostics;
  expect([diagnostic.start, diagnostic.end]).toEqual([
    { line: 1, column: 1, offset: 0 },
    { line: 1, column: 1, offset: 0 },
  ]);
});

test('columns and offsets count UTF-16 units', () => {
  const smile = packWith([{ ...wide, span: { start: 5, end: 7 } }], 'a: 😀b\n');
  expect(documentOf(smile).packs[0].diagnostics[0].start).toEqual({ line: 1, column: 6, offset: 5 });
});

test('text survives exactly, and no character of it is raw on a terminal', () => {
  const message = 'a\x1b\x7f\x9b\u202e\u{e0041}😀\ud800';
  const output = renderReport(jsonRenderer(), reportOf([packWith([{ ...wide, message }])]));
  expect(JSON.parse(output).packs[0].diagnostics[0].message).toBe(message);
  expect(output).toContain('"a\\u001b\\u007f\\u009b\\u202e\\udb40\\udc41😀\\ud800"');
});
