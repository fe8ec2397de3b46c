import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { runBin } from '../fixtures/run-bin.ts';

const ROLE = `- name: board
  type: http
  allow:
    - {name: read, domains: [api.board.example], methods: [GET, HEAD], paths: [/v2/**]}
    - name: post
      domains: [api.board.example]
      methods: [POST]
      paths: [/v2/cards]
      when: ['request.body.channel.startsWith("ops-")']
  budgets:
    counters:
      calls: {limit: 10, scope: task}
`;

const PACK = `name: docs-reader
description: Reads the manuals.
version: "1.0.0"
capabilities:
  - name: board
    type: http
    allow: [{domains: [elsewhere.example], methods: [GET]}]
  - name: docs
    type: http
    allow: [{domains: ["*.docs.example"], methods: [GET]}]
`;

const files = { 'caps.yaml': ROLE, 'docs-reader/pack.yaml': PACK };

function caps(action: string, request: string, ...more: string[]) {
  return runBin(['caps', action, 'caps.yaml', '--request', request, ...more], { cwd: folderWith(files) });
}

test('an admitted request names the rule and what it counts against', () => {
  const { code, stdout } = caps('test', 'GET https://api.board.example/v2/cards');
  expect(stdout).toBe(`✓ allow  GET https://api.board.example/v2/cards
  by board/read of role
  counted by calls
`);
  expect(code).toBe(0);
});

test.each([
  ['docs-reader/pack.yaml', 'docs-reader'],
  ['./docs-reader/pack.yaml', './docs-reader'],
])('a manifest in place of a list is told the directory of its pack: %s', (manifest, directory) => {
  const line = ['caps', 'explain', manifest, '--request', 'GET https://a.docs.example/'];
  const { code, stderr } = runBin(line, { cwd: folderWith(files) });
  expect([code, stderr]).toEqual([
    2,
    `packwright caps: "${manifest}" is the manifest of a pack, not a list of capabilities\n  name the directory of the pack: ${directory}\n`,
  ]);
});

test.each([
  [
    'DELETE https://api.board.example/v2/cards',
    `  method_not_allowed at the stage method
  closest: ✗ board/read of role  method: admits the methods GET, HEAD
`,
  ],
  [
    'GET https://api.board.example/v3/cards',
    `  path_not_allowed at the stage path
  closest: ✗ board/read of role  path: admits the paths /v2/**
`,
  ],
  [
    'GET http://api.board.example/v2/cards',
    `  no_domain at the stage domain: no rule covers the host, scheme and port
  closest: board/read of role covers the host, by https
`,
  ],
  [
    'GET https://api.bord.example/v2/cards',
    `  no_domain at the stage domain: no rule covers the host, scheme and port
  did you mean the host "api.board.example"?
`,
  ],
])('%s is refused with what comes closest', (request, lines) => {
  const { code, stdout } = caps('test', request);
  expect(stdout).toBe(`✗ deny  ${request}\n${lines}`);
  expect(code).toBe(1);
});

test('explain says what every rule says, of packs too, and what is replaced', () => {
  const { code, stdout } = caps('explain', 'https://api.docs.example/', '--pack', 'docs-reader');
  expect(stdout).toBe(`✓ allow  GET https://api.docs.example/
  by docs/1 of docs-reader

✗ board/read of role  domain: covers api.board.example, by https
✗ board/post of role  domain: covers api.board.example, by https
✓ docs/1 of docs-reader  admits it
- board of docs-reader is replaced by the one of role
`);
  expect(code).toBe(0);
});

test('a body is read from a file, and a condition that fails is quoted', () => {
  const cwd = folderWith({ ...files, 'body.json': '{"channel":"dev"}' });
  const request = 'POST https://api.board.example/v2/cards';
  const { code, stdout } = runBin(
    [
      'caps',
      'test',
      'caps.yaml',
      '--request',
      request,
      '--header',
      'Content-Type: application/json',
      '--body',
      'body.json',
    ],
    { cwd },
  );
  expect(stdout).toBe(`✗ deny  ${request}
  predicate_false at the stage body
  closest: ✗ board/post of role  body: a condition is false: request.body.channel.startsWith("ops-")
`);
  expect(code).toBe(1);
});

test('a request from a JSON file, told as data that its schema describes', () => {
  const request = {
    method: 'POST',
    url: 'https://api.board.example/v2/cards',
    headers: { 'content-type': 'application/json' },
    body: { channel: 'ops-night' },
  };
  const cwd = folderWith({ ...files, 'request.json': JSON.stringify(request) });
  const { code, stdout } = runBin(
    ['caps', 'explain', 'caps.yaml', '--request', 'request.json', '--output', 'json'],
    { cwd },
  );
  const schema = readFileSync(join(import.meta.dirname, '../../schemas/caps-output.schema.json'), 'utf8');
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schema));
  const document = JSON.parse(stdout);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(document).toMatchObject({
    decision: 'allow',
    rule: { capability: 'board', origin: 'role', index: 1, name: 'post' },
    validations: 1,
    counters: ['calls'],
  });
  expect(code).toBe(0);
});

test('a list with errors is shown with its place, and nothing is decided', () => {
  const cwd = folderWith({ 'caps.yaml': ROLE.replace('GET, HEAD', 'GTE') });
  const { code, stdout, stderr } = runBin(['caps', 'test', 'caps.yaml', '--request', 'https://a.example/'], {
    cwd,
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(`\
✗ caps.yaml  1 error

caps.yaml:4:60 error PCK105 entry 1 of \`methods\` "GTE" is not one of its values
  4 |     - {name: read, domains: [api.board.example], methods: [GTE], paths: [/v2/**]}
    |                                                            ^^^ did you mean "GET"?

1 error
\`packwright explain CODE\` says why
`);
});

test.each([
  [['tset', 'caps.yaml'], '"tset" is nothing that caps does', 'did you mean "test"?'],
  [['test', 'caps.yaml'], 'there is no request', 'add --request="GET https://host/path"'],
  [['test', 'gone.yaml', '--request', 'https://a/'], '"gone.yaml" does not exist', ''],
  [
    ['test', 'caps.yaml', '--request', 'gone.json'],
    '"gone.json" does not exist',
    'write --request="GET https://host/path"',
  ],
  [
    ['test', 'caps.yaml', '--request', 'GET ftp://a/'],
    '"ftp://a/" is no http or https URL',
    'write --request="GET https://host/path"',
  ],
  [
    ['test', 'caps.yaml', '--request', 'https://a/', '--header', 'x'],
    '"x" is no header',
    'write --header="Accept: text/html"',
  ],
])('%j is wrong usage', (args, message, hint) => {
  const { code, stderr } = runBin(['caps', ...args], { cwd: folderWith(files) });
  expect(stderr).toBe(`packwright caps: ${message}\n${hint === '' ? '' : `  ${hint}\n`}`);
  expect(code).toBe(2);
});
