// The protocol's own suite against the built server: what holds for any server holds for ours, and what the suite
// cannot see here is left out by name. It speaks 2025-11-25; 2026-07-28 is covered by clients of the SDK alone.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
let results: ReadonlyMap<string, readonly Check[]>;

interface Check {
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'INFO' | 'SKIPPED';
  readonly errorMessage?: string;
}

beforeAll(async () => {
  host.put('demo', demoPack);
  host.put('notes', contentPack('notes'));
  await host.trust('demo');
  await host.trust('notes');
  mcp = await mcpProcess(host, token);
  proxy = await tokenProxy(mcp.url, token);
  results = await resultsFor(proxy.url);
}, 60_000);

afterAll(() => {
  proxy.close();
  mcp.server.kill('SIGKILL');
  host.remove();
});

/** Runs every scenario of the suite; returns what it checked, by scenario. */
async function resultsFor(url: string): Promise<ReadonlyMap<string, readonly Check[]>> {
  const output = join(host.folder, 'conformance');
  const args = [suite, 'server', '--suite', 'all', '--url', url];
  // Its exit code is 1 as long as any scenario fails, and many ask for what only its own example server has.
  await new Promise((resolve) => execFile(process.execPath, [...args, '--output-dir', output], resolve));
  const folders = readdirSync(output);
  return new Map(
    folders.map((folder) => [
      folder.replace(/^server-(.*?)-\d{4}-\d\d-\d\dT.*$/, '$1'),
      JSON.parse(readFileSync(join(output, folder, 'checks.json'), 'utf8')),
    ]),
  );
}

/** Scenarios that ask a server for nothing but the protocol, and how many checks of each pass. */
const APPLIES = {
  'dns-rebinding-protection': 2,
  ping: 1,
  'prompts-list': 1,
  'resources-list': 1,
  'server-initialize': 1,
  'server-sse-multiple-streams': 2,
  'tools-list': 1,
};

const noTool = (name: string): string => `Failed: MCP error -32602: there is no tool "${name}"`;
const noPrompt = (name: string): string => `Failed: MCP error -32602: there is no prompt "${name}"`;
const noResource = (uri: string): string => `Failed: MCP error -32602: Resource not found: ${uri}`;
const NOT_OFFERED = 'Failed: MCP error -32601: Method not found';

/** Scenarios that ask for something this server does not have, and how it says so. */
const ASKS_FOR_MORE: Readonly<Record<string, readonly string[]>> = {
  // Nothing completes arguments: their schemas say what they may be.
  'completion-complete': [NOT_OFFERED],
  // Logs are for whoever runs the server, not for agents.
  'logging-set-level': [NOT_OFFERED],
  'tools-call-with-logging': [NOT_OFFERED],
  // Guides change only with a reload.
  'resources-subscribe': [NOT_OFFERED],
  'resources-unsubscribe': [NOT_OFFERED],
  // Tools of the suite's own example server; what ours answer is in `mcp/protocol.test.ts`.
  'elicitation-sep1034-defaults': [noTool('test_elicitation_sep1034_defaults')],
  'elicitation-sep1330-enums': [noTool('test_elicitation_sep1330_enums')],
  'json-schema-2020-12': [
    "Tool 'json_schema_2020_12_tool' not found. Available tools: find_actions, get_action, list_packs, recent_runs, run_action, wait_for_run",
  ],
  'tools-call-audio': [noTool('test_audio_content')],
  'tools-call-elicitation': [noTool('test_elicitation')],
  'tools-call-embedded-resource': [noTool('test_embedded_resource')],
  'tools-call-error': [noTool('test_error_handling')],
  'tools-call-image': [noTool('test_image_content')],
  'tools-call-mixed-content': [noTool('test_multiple_content_types')],
  'tools-call-sampling': [noTool('test_sampling')],
  'tools-call-simple-text': [noTool('test_simple_text')],
  'tools-call-with-progress': [noTool('test_tool_with_progress')],
  // Its prompts and resources.
  'prompts-get-embedded-resource': [noPrompt('test_prompt_with_embedded_resource')],
  'prompts-get-simple': [noPrompt('test_simple_prompt')],
  'prompts-get-with-args': [noPrompt('test_prompt_with_arguments')],
  'prompts-get-with-image': [noPrompt('test_prompt_with_image')],
  'resources-read-binary': [noResource('test://static-binary')],
  'resources-read-text': [noResource('test://static-text')],
  'resources-templates-read': [noResource('test://template/123/data')],
  // It warns, and fails nothing: a stream that was cut is not resumed, since a run is followed by its id instead.
  'server-sse-polling': [],
};

const messagesOf = (scenario: string, status: Check['status']) =>
  (results.get(scenario) ?? []).filter((check) => check.status === status).map((check) => check.errorMessage);

test('every scenario of the suite either applies or is left out by name', () => {
  expect([...results.keys()].toSorted()).toEqual(
    [...Object.keys(APPLIES), ...Object.keys(ASKS_FOR_MORE)].toSorted(),
  );
});

test.each(Object.entries(APPLIES))('%s: all of its %i checks pass', (scenario, passes) => {
  const checks = results.get(scenario) ?? [];
  expect(checks.map(({ status }) => status)).toEqual(Array(passes).fill('SUCCESS'));
});

test.each(Object.entries(ASKS_FOR_MORE))('%s asks for more, and is told so', (scenario, answers) => {
  expect(messagesOf(scenario, 'FAILURE')).toEqual(answers);
  expect(messagesOf(scenario, 'SUCCESS')).toEqual([]);
});
