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

test('no line of a secret is the marker of a key or a name in front of a secret, by which those of others are known', () => {
  const lines = [
    'user: ada-lovelace',
    'password:',
    'api_key: |',
    '  client_secret = "-----BEGIN EC PRIVATE KEY-----\r',
    'MIIEvQIBADAN=',
    '-----END EC PRIVATE KEY-----" # of the lab',
    '-----BEGIN PGP PRIVATE KEY BLOCK-----',
    '-----BEGIN CERTIFICATE-----',
  ];
  const text = lines.join('\n');
  const found = secretTexts(schema, new Map([['token', text]]));
  expect(found.slice(2)).toEqual([
    'user: ada-lovelace',
    'MIIEvQIBADAN=',
    '" # of the lab',
    '-----BEGIN CERTIFICATE-----',
  ]);
});

test('a marker is left out as well where a key is given as a list of its lines', () => {
  const lines = ['-----BEGIN PRIVATE KEY-----', 'MIIEvQIBADAN', '-----END PRIVATE KEY-----'];
  expect(secretTexts(schema, new Map([['keys', lines]]))).toEqual(['MIIEvQIBADAN']);
});

test('what the journal shows holds none of them', () => {
  expect(shownParameters(schema, parameters)).toBe(
    '{"keys":["[REDACTED]","[REDACTED]"],"login":{"name":"n","pin":"[REDACTED]"},"token":"[REDACTED]","user":"ada"}',
  );
});
