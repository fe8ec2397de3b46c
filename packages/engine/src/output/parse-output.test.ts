import { expect, test } from 'vitest';
import { type OutputParser, parseOutput } from './parse-output.ts';

test.each<[OutputParser, string, unknown]>([
  ['text', '{"a":1}', undefined],
  ['json', '{"a":1}\n', { a: 1 }],
  ['json-tail', '{\n"a": 1\n}\n', { a: 1 }],
  ['json-tail', 'a log line\n{"a":1}\n', { a: 1 }],
  ['json-tail', ' \n', undefined],
  ['jsonl', '{"a":1}\nnot JSON\n\n2\n', [{ a: 1 }, 2]],
  ['jsonl', '', undefined],
  ['yaml', 'a: [1, yes]\n', { a: [1, 'yes'] }],
  ['yaml', '\n', undefined],
])('%s reads %j as %j', async (parser, text, value) => {
  expect(await parseOutput(parser, text)).toEqual({ ok: true, value });
});

test.each<[OutputParser, string]>([
  ['json', 'log\n{"a":1}'],
  ['json-tail', 'log\n{\n"a": 1\n}'],
  ['yaml', 'a: [1'],
  [
    'yaml',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((k, i) => `${k}: &${k} [${`*${'abcdefgh'[i]},`.repeat(9)}*${'abcdefgh'[i]}]`).join('\n')}`,
  ],
])('%s cannot read %j', async (parser, text) => {
  expect((await parseOutput(parser, text)).ok).toBe(false);
});
