import { expect, test } from 'vitest';
import { jsonLog } from './json-log.ts';

test('a line is one JSON object, whatever the texts hold', () => {
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line));
  log('warning', 'left\nout "it"', { packs: ['a', 'b'], number: 2, none: null, is: true });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.match(/\n/g)).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[0-9:.]+Z$/),
    level: 'warning',
    message: 'left\nout "it"',
    packs: ['a', 'b'],
    number: 2,
    none: null,
    is: true,
  });
});

test('secrets are masked in messages, fields and lists', () => {
  const lines: string[] = [];
  const log = jsonLog((line) => lines.push(line));
  const secret = `ghp_${'a'.repeat(36)}`;
  log('error', `cannot reach https://ada:hunter22@db/ with ${secret}`, {
    error: `password=${'s3cr3t-value'}`,
    packs: [secret],
  });
  const { message, error, packs } = JSON.parse(lines[0] ?? '');
  expect([message, error, packs]).toEqual([
    'cannot reach https://[REDACTED]@db/ with [REDACTED_GH_TOKEN]',
    'password=[REDACTED]',
    ['[REDACTED_GH_TOKEN]'],
  ]);
});
