import { type ExactObject, parseExactJson } from '@packwright/values';
import { expect, test } from 'vitest';
import { secretTexts, shownParameters } from './secret-parameters.ts';

const schema = {
  user: { type: 'string' },
  token: { type: 'string', secret: true },
  login: { type: 'object', properties: { pin: { type: 'integer', secret: true }, name: { type: 'string' } } },
  keys: { type: 'array', items: { type: 'string', secret: true } },
};
const parameters = parseExactJson(
  `{"user":"ada","token":"it's \\"x\\"","login":{"pin":12345678901234567890,"name":"n"},"keys":["k1","k2"]}`,
) as ExactObject;

test('secrets are found at any depth, in every spelling that a document gives them', () => {
  expect(secretTexts(schema, parameters)).toEqual([
    `it's "x"`,
    `it's \\"x\\"`,
    `it'\\''s "x"`,
    `it''s "x"`,
    '12345678901234567890',
    'k1',
    'k2',
  ]);
});

test('a secret of several lines is found by each that is long enough to be told from other text', () => {
  const lines = parseExactJson('{"token":"first line\\n--\\nlast line"}') as ExactObject;
  expect(secretTexts(schema, lines)).toEqual([
    'first line\n--\nlast line',
    'first line\\n--\\nlast line',
    'first line',
    'last line',
  ]);
});

test('what the journal shows holds none of them', () => {
  expect(shownParameters(schema, parameters)).toBe(
    '{"keys":["[REDACTED]","[REDACTED]"],"login":{"name":"n","pin":"[REDACTED]"},"token":"[REDACTED]","user":"ada"}',
  );
});
