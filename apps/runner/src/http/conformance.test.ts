// The protocol's own suite against the built server, in both generations: what holds for any server holds for ours, and
// what the suite cannot see here is left out by name.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentPack, demoHost, demoPack } from '../fixtures/demo-host.ts';
import { type McpProcess, mcpProcess } from '../fixtures/mcp-process.ts';
import { type TokenProxy, tokenProxy } from '../fixtures/token-proxy.ts';

const require = createRequire(import.meta.url);
const suite = join(
  dirname(require.resolve('@modelcontextprotocol/conformance/package.json')),
  'dist/index.js',
);
const token = 'c'.repeat(32);
const host = demoHost();
let mcp: McpProcess;
let proxy: TokenProxy;

interface Check {
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'INFO' | 'SKIPPED';
  readonly errorMessage?: string;
}

type Results = ReadonlyMap<string, readonly Check[]>;

beforeAll(async () => {
  host.put('demo', demoPack);
  host.put('notes', contentPack('notes'));
  await host.trust('demo');
  await host.trust('notes');
  mcp = await mcpProcess(host, token);
  proxy = await tokenProxy(mcp.url, token);
});

afterAll(() => {
  proxy.close();
  mcp.server.kill('SIGKILL');
  host.remove();
});

/** Runs every scenario that the suite has for a version of the protocol; returns what it checked, by scenario. */
async function resultsFor(version: string): Promise<Results> {
  const output = join(host.folder, version);
  const what = ['--suite', 'all', '--spec-version', version, '--url', proxy.url, '--output-dir', output];
  // Its exit code is 1 as long as any scenario fails, and many ask for what only its own example server has.
  await new Promise((resolve) => execFile(process.execPath, [suite, 'server', ...what], resolve));
  return new Map(
    readdirSync(output).map((folder) => [
      folder.replace(/^server-(.*?)-\d{4}-\d\d-\d\dT.*$/, '$1'),
      JSON.parse(readFileSync(join(output, folder, 'checks.json'), 'utf8')),
    ]),
  );
}

/** How many checks of a scenario pass, and what the suite says of those that cannot be made here. */
interface Expected {
  readonly passes: number;
  readonly lacks?: readonly string[];
}

const passes = (count: number): Expected => ({ passes: count });
// One check passes in each: what the server answers fits the schema of the protocol.
const lacks = (...messages: readonly string[]): Expected => ({ passes: 1, lacks: messages });
const noTool = (name: string): Expected => lacks(`there is no tool "${name}"`);
const noPrompt = (name: string): Expected => lacks(`there is no prompt "${name}"`);
const noResource = (uri: string): Expected => lacks(`Resource not found: ${uri}`);
const NOT_OFFERED = lacks('Method not found');
const UNLISTED = (tool: string): string =>
  `Not testable: server does not list the diagnostic tool '${tool}' in tools/list`;
const NO_HEADER = 'Not testable: server exposes no tool with x-mcp-header annotations';

/** Scenarios that ask for tools, prompts and resources of the suite's own example server, in both generations. */
const OF_ITS_EXAMPLE: Readonly<Record<string, Expected>> = {
  'json-schema-2020-12': lacks("Tool 'json_schema_2020_12_tool' not found"),
  'tools-call-audio': noTool('test_audio_content'),
  'tools-call-embedded-resource': noTool('test_embedded_resource'),
  'tools-call-error': noTool('test_error_handling'),
  'tools-call-image': noTool('test_image_content'),
  'tools-call-mixed-content': noTool('test_multiple_content_types'),
  'tools-call-simple-text': noTool('test_simple_text'),
  'tools-call-with-progress': noTool('test_tool_with_progress'),
  'prompts-get-embedded-resource': noPrompt('test_prompt_with_embedded_resource'),
  'prompts-get-simple': noPrompt('test_simple_prompt'),
  'prompts-get-with-args': noPrompt('test_prompt_with_arguments'),
  'prompts-get-with-image': noPrompt('test_prompt_with_image'),
  'resources-read-binary': noResource('test://static-binary'),
  'resources-read-text': noResource('test://static-text'),
  'resources-templates-read': noResource('test://template/123/data'),
  // Nothing completes arguments: their schemas say what they may be.
  'completion-complete': NOT_OFFERED,
};

const VERSIONS: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  '2025-11-25': {
    'dns-rebinding-protection': passes(2),
    ping: passes(2),
    'prompts-list': passes(2),
    'resources-list': passes(2),
    'server-initialize': passes(3),
    'server-session-lifecycle': passes(3),
    'server-sse-multiple-streams': passes(2),
    'tools-list': passes(3),
    ...OF_ITS_EXAMPLE,
    'elicitation-sep1034-defaults': noTool('test_elicitation_sep1034_defaults'),
    'elicitation-sep1330-enums': noTool('test_elicitation_sep1330_enums'),
    'tools-call-elicitation': noTool('test_elicitation'),
    'tools-call-sampling': noTool('test_sampling'),
    // Logs are for whoever runs the server, not for agents.
    'logging-set-level': NOT_OFFERED,
    'tools-call-with-logging': NOT_OFFERED,
    // Guides change only with a reload.
    'resources-subscribe': NOT_OFFERED,
    'resources-unsubscribe': NOT_OFFERED,
    // It warns only: a stream that was cut is not resumed, since a run is followed by its id instead.
    'server-sse-polling': passes(0),
  },
  '2026-07-28': {
    caching: passes(8),
    'dns-rebinding-protection': passes(2),
    'http-header-validation': passes(14),
    'input-required-result-unsupported-methods': passes(2),
    'input-required-result-validate-input': passes(3),
    'prompts-list': passes(2),
    'resources-list': passes(2),
    'sep-2164-resource-not-found': passes(4),
    'server-sse-multiple-streams': passes(1),
    'tools-list': passes(4),
    // What it asks of diagnostic tools is in the tests of approvals.
    'server-stateless': {
      passes: 24,
      lacks: [
        UNLISTED('test_missing_capability'),
        UNLISTED('test_missing_capability'),
        UNLISTED('test_streaming_elicitation'),
        UNLISTED('test_logging_tool'),
      ],
    },
    ...OF_ITS_EXAMPLE,
    'http-custom-header-server-validation': lacks(NO_HEADER, NO_HEADER, NO_HEADER, NO_HEADER, NO_HEADER),
    'input-required-result-basic-elicitation': noTool('test_input_required_result_elicitation'),
    'input-required-result-basic-list-roots': noTool('test_input_required_result_list_roots'),
    'input-required-result-basic-sampling': noTool('test_input_required_result_sampling'),
    'input-required-result-capability-check': noTool('test_input_required_result_capabilities'),
    'input-required-result-multi-round': lacks('Expected InputRequiredResult with inputRequests'),
    'input-required-result-multiple-input-requests': noTool('test_input_required_result_multiple_inputs'),
    'input-required-result-non-tool-request': noPrompt('test_input_required_result_prompt'),
    'input-required-result-request-state': noTool('test_input_required_result_request_state'),
    'input-required-result-result-type': noTool('test_input_required_result_elicitation'),
    'input-required-result-tampered-state': lacks('Prerequisite failed: could not get initial'),
    // They warn only, of the same tool that is not there.
    'input-required-result-ignore-extra-params': passes(1),
    'input-required-result-missing-input-response': passes(1),
  },
};

describe.each(Object.entries(VERSIONS))('%s', (version, scenarios) => {
  let results: Results;
  beforeAll(async () => {
    results = await resultsFor(version);
  }, 60_000);

  test('every scenario of the suite is known here', () => {
    expect([...results.keys()].toSorted()).toEqual(Object.keys(scenarios).toSorted());
  });

  test.each(Object.entries(scenarios))(
    '%s passes, but for what this server does not have',
    (name, expected) => {
      const checks = results.get(name) ?? [];
      expect(checks.filter(({ status }) => status === 'SUCCESS')).toHaveLength(expected.passes);
      const failures = checks.filter(({ status }) => status === 'FAILURE');
      expect(failures.map(({ errorMessage }) => errorMessage)).toEqual(
        (expected.lacks ?? []).map((message) => expect.stringContaining(message)),
      );
    },
  );
});
