import { describe, expect, test } from 'vitest';
import { builtInMasks } from './built-in-masks.ts';
import { redactorOf } from './redactor.ts';

const redactor = redactorOf([], [], []);
const r = (count: number, letter = 'a') => letter.repeat(count);

/** Built here, so that no scanner of repositories takes a test for a leak. */
const joined = (...parts: readonly string[]) => parts.join('');

/** By rule: texts with what is left of them, and texts that survive. */
const TABLE: readonly [string, readonly (readonly [string, string])[], readonly string[]][] = [
  [
    'bearer-token',
    [
      [`Authorization: BEARER ${r(8)}`, 'Authorization: Bearer [REDACTED]'],
      ['bearer\tabc.def-gh=', 'Bearer [REDACTED]'],
    ],
    ['bearer of news', 'bearer short7x', 'forbearer aaaaaaaaaa'],
  ],
  [
    'basic-auth',
    [['Authorization: Basic dXNlcjpwYXNz', 'Authorization: Basic [REDACTED]']],
    ['basic usage', 'basics dXNlcjpwYXNz'],
  ],
  [
    'jwt',
    [[joined('t ', 'eyJ', r(10), '.', r(8), '.', r(8), ' x'), 't [REDACTED_JWT] x']],
    ['eyJabc.def.ghi', 'a.b.c', `keyJ${r(10)}.${r(8)}.${r(8)}`],
  ],
  [
    'emisar-token',
    ['emk-', 'rnrtok-', 'emo-', 'emor-', 'emoc-', 'emkey-enroll-', 'emkey-auth-', 'tskey-auth-'].map(
      (prefix) => [`x ${prefix}${r(30)}`, 'x [REDACTED_EMISAR_TOKEN]'] as const,
    ),
    ['emk-short', `emkey-${r(30)}`],
  ],
  [
    'aws-access-key',
    [
      [joined('AKIA', r(16, 'A')), '[REDACTED_AWS_KEY]'],
      [joined('ASIA', r(16, '7'), ' x'), '[REDACTED_AWS_KEY] x'],
    ],
    [joined('AKIA', r(15, 'A')), joined('AKIA', r(17, 'A')), joined('akia', r(16))],
  ],
  [
    'github-token',
    [
      [joined('ghp', '_', r(20)), '[REDACTED_GH_TOKEN]'],
      [joined('github', '_pat_', r(22)), '[REDACTED_GH_TOKEN]'],
    ],
    ['ghp_short', `ghx_${r(20)}`],
  ],
  ['gitlab-token', [[joined('glpat', '-', r(20)), '[REDACTED_GITLAB_TOKEN]']], ['glpat-short']],
  [
    'slack-token',
    [[joined('xoxb', '-', r(10, '1')), '[REDACTED_SLACK_TOKEN]']],
    ['xoxb-123', `xoxz-${r(10)}`],
  ],
  [
    'stripe-secret-key',
    [
      [joined('sk', '_live_', r(16)), '[REDACTED_STRIPE_KEY]'],
      [joined('rk', '_test_', r(16)), '[REDACTED_STRIPE_KEY]'],
    ],
    [joined('pk', '_live_', r(16)), 'sk_live_short'],
  ],
  [
    'openai-api-key',
    [
      [joined('sk', '-proj-', r(20)), '[REDACTED_OPENAI_KEY]'],
      [joined('sk', '-', r(32)), '[REDACTED_OPENAI_KEY]'],
    ],
    [`sk-${r(31)}`, 'risk-assessment'],
  ],
  [
    'anthropic-api-key',
    [[joined('sk', '-ant-api03-', r(20)), '[REDACTED_ANTHROPIC_KEY]']],
    ['sk-ant-apixx-aaaaaaaaaaaaaaaaaaaaaaaa'],
  ],
  ['google-api-key', [[joined('AIza', r(35)), '[REDACTED_GOOGLE_API_KEY]']], [`AIza${r(34)}`]],
  [
    'npm-token',
    [[joined('npm', '_', r(36)), '[REDACTED_NPM_TOKEN]']],
    [`npm_${r(35)}`, 'npm_config_registry'],
  ],
  [
    'sendgrid-api-key',
    [[joined('SG', '.', r(16), '.', r(16)), '[REDACTED_SENDGRID_KEY]']],
    ['SG.short.short'],
  ],
  [
    'private-key-block',
    [
      [
        'a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nb',
        'a\n[REDACTED_PRIVATE_KEY]\nb',
      ],
      ['-----BEGIN PRIVATE KEY-----\nMIIE\ncut', '[REDACTED_PRIVATE_KEY]'],
    ],
    ['-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----'],
  ],
  [
    'pgp-private-key-block',
    [
      [
        '-----BEGIN PGP PRIVATE KEY BLOCK-----\nx\n-----END PGP PRIVATE KEY BLOCK-----',
        '[REDACTED_PRIVATE_KEY]',
      ],
    ],
    ['-----BEGIN PGP PUBLIC KEY BLOCK-----'],
  ],
  [
    'url-credentials',
    [
      ['GET HTTPS://u:pa%20ss@host/x', 'GET HTTPS://[REDACTED]@host/x'],
      ['redis://:pw@host', 'redis://[REDACTED]@host'],
    ],
    ['https://host:443/path@x', 'https://user@host', 'mail a:b@c'],
  ],
  [
    'cookie-header',
    [
      ['Cookie: a=b; c=d\r\nHost: x', 'Cookie: [REDACTED]\r\nHost: x'],
      ['set-cookie: sid=1', 'set-cookie: [REDACTED]'],
    ],
    ['cookies: 3', 'a cookie jar'],
  ],
  [
    'json-secret-field',
    [
      ['{"password":"x","user":"y"}', '{"password":"[REDACTED]","user":"y"}'],
      ['"db.api-key" : "a\\"b"', '"db.api-key" : "[REDACTED]"'],
      ['"APIKEY_v2":\n  "x"', '"APIKEY_v2":\n  "[REDACTED]"'],
    ],
    ['{"passwords":"x"}', '{"token":5}', '{"next_page":"x"}'],
  ],
  [
    'secret-assignment',
    [
      ['password=hunter2 x', 'password=[REDACTED] x'],
      ['DB_PASSWORD: "a b"', 'DB_PASSWORD: [REDACTED]'],
      ['client_secret=abc&x=1', 'client_secret=[REDACTED]&x=1'],
      ["{'token': 'abc'}", "{'token': [REDACTED]}"],
      ['pepper = s', 'pepper = [REDACTED]'],
    ],
    [
      'credentials_total 42',
      'salted-web-01: up',
      'tokens: 5',
      'password is required',
      'https://host/token/x',
    ],
  ],
];

test('there are twenty, in their order', () => {
  expect(builtInMasks.map(({ name }) => name)).toEqual(TABLE.map(([name]) => name));
  expect(TABLE).toHaveLength(20);
});

describe.each(TABLE)('%s', (name, masked, kept) => {
  test.each(masked)('masks %j', (text, expected) => {
    expect(redactor.apply(text)).toMatchObject({ text: expected, counts: [{ name, count: 1 }] });
  });

  test.each(kept)('leaves %j', (text) => {
    expect(redactor.apply(text)).toEqual({ text, counts: [] });
  });
});

// Backtracking would take hours for any of them, far beyond the time a test has.
test.each([
  'eyJ-',
  'password_',
  'bearer ',
  '-----BEGIN PRIVATE KEY-----',
  'a://',
  '"token":"',
  'sk-',
  'SG.a',
])('a megabyte of %j is masked in linear time', (piece) => {
  expect(redactor.apply(piece.repeat(Math.ceil(1_000_000 / piece.length))).text.length).toBeGreaterThan(0);
});
