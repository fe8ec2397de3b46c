import { expect, test } from 'vitest';
import { misspelled, packWith, sampleReport, wide } from './fixtures/sample-report.ts';
import { type PackReport, type RuleSummary, renderReport, reportOf } from './report.ts';
import { sarifRenderer } from './sarif.ts';

const risk: RuleSummary = {
  code: 'PCK105',
  name: 'value-not-listed',
  severity: 'error',
  summary: 'a value is not in the list of legal values',
};

const logOf = (...packs: readonly PackReport[]) => {
  const renderer = sarifRenderer({
    version: '1.2.3',
    rule: (code) => (code === 'PCK105' ? risk : undefined),
  });
  return JSON.parse(renderReport(renderer, reportOf(packs)));
};

test('a run is one SARIF log with its rules and results', () => {
  expect(logOf(...sampleReport.packs)).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'PCK105',
            level: 'error',
            message: { text: 'risk "hgh" is not a tier; did you mean "high"?' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'packs/redis/actions/restart.yaml' },
                  region: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 10 },
                },
              },
            ],
            partialFingerprints: { 'packwright/v1': 'da2df0551bf5c5f5:1' },
            fixes: [
              {
                description: { text: 'write "high"' },
                artifactChanges: [
                  {
                    artifactLocation: { uri: 'packs/redis/actions/restart.yaml' },
                    replacements: [
                      {
                        deletedRegion: { startLine: 4, startColumn: 7, endLine: 4, endColumn: 10 },
                        insertedContent: { text: 'high' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            ruleId: 'EMI201',
            level: 'warning',
            message: { text: 'title: 50% "x", really' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'packs/redis/actions/restart.yaml' },
                  region: { startLine: 3, startColumn: 11, endLine: 3, endColumn: 14 },
                },
              },
            ],
            relatedLocations: [
              {
                id: 1,
                message: { text: 'the action is named here' },
                physicalLocation: {
                  artifactLocation: { uri: 'packs/redis/actions/restart.yaml' },
                  region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 18 },
                },
              },
            ],
            partialFingerprints: { 'packwright/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/) },
          },
          {
            ruleId: 'EMI012',
            level: 'error',
            message: { text: '"actions/gone.yaml" is listed but missing' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'packs/redis/actions/gone.yaml' } } }],
            partialFingerprints: { 'packwright/v1': expect.stringMatching(/^[0-9a-f]{16}:1$/) },
          },
        ],
        tool: {
          driver: {
            name: 'packwright',
            version: '1.2.3',
            rules: [
              { id: 'EMI012', helpUri: 'https://packwright.dev/rules/EMI012' },
              { id: 'EMI201', helpUri: 'https://packwright.dev/rules/EMI201' },
              {
                id: 'PCK105',
                name: 'value-not-listed',
                shortDescription: { text: 'a value is not in the list of legal values' },
                defaultConfiguration: { level: 'error' },
                helpUri: 'https://packwright.dev/rules/PCK105',
              },
            ],
          },
        },
      },
    ],
  });
});

test('a run without findings is a log without results', () => {
  expect(logOf().runs[0].results).toEqual([]);
});

test('paths are URIs', () => {
  const [result] = logOf(packWith([misspelled], undefined, 'my packs/50% c:\ud800')).runs[0].results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe(
    'my%20packs/50%25%20c%3A%EF%BF%BD/actions/restart.yaml',
  );
});

const fingerprints = (...packs: readonly PackReport[]) =>
  logOf(...packs).runs[0].results.map(
    (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['packwright/v1'],
  );

test('a fingerprint stays when the finding moves to another line', () => {
  const [before] = fingerprints(packWith([wide]));
  const moved = { ...wide, span: { start: wide.span.start + 7, end: wide.span.end + 7 } };
  const text = 'schema_version: 1\nid: redis.restart\ntitle: 重启 "x"\nrisk: hgh\n';
  expect(fingerprints(packWith([moved], `# note\n${text}`))).toEqual([before]);
});

test('equal findings in one file have fingerprints of their own', () => {
  const [first, second] = fingerprints(packWith([wide, wide]));
  expect([first?.slice(-2), second?.slice(-2)]).toEqual([':1', ':2']);
});
