import { describe, expect, test } from 'vitest';
import { coversHost, type DomainPattern } from './domain-pattern.ts';
import { normalHost } from './host.ts';
import { parseDomain } from './parse-domain.ts';

const parse = (entry: string, allowInsecure = false) => {
  const parsed = parseDomain(entry, { allowInsecure });
  return parsed.ok ? parsed.pattern.text : parsed.code;
};

test.each([
  ['  api.example  ', 'api.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['straße.example', 'xn--strae-oqa.example'],
  ['api。example', 'api.example'],
  ['*.BÜCHER.example', '*.xn--bcher-kva.example'],
  ['**.example.com', '**.example.com'],
  ['api-*.example.com', 'api-*.example.com'],
  ['*-eu.example.com:8443', '*-eu.example.com:8443'],
  ['*:8443', '*:8443'],
  ['localhost', 'localhost'],
  ['_dmarc.example.com', '_dmarc.example.com'],
  ['192.0.2.1', '192.0.2.1'],
  ['[2001:DB8::0:1]:8443', '[2001:db8::1]:8443'],
  ['*.example.com.', '*.example.com'],
])('%j is stored as %s', (entry, stored) => {
  expect(parse(entry)).toBe(stored);
});

test.each([
  ['', 'domain_form'],
  ['.', 'domain_form'],
  ['a..example', 'domain_form'],
  ['-a.example', 'domain_form'],
  [`${'a'.repeat(64)}.example`, 'domain_form'],
  ['a b.example', 'domain_form'],
  ['%61.example', 'domain_form'],
  ['＊.example.com', 'domain_form'],
  ['2001:db8::1', 'domain_form'],
  ['127.1', 'domain_form'],
  ['0177.0.0.1', 'domain_form'],
  ['192.0.2.256', 'domain_form'],
  ['//api.example', 'domain_path'],
  ['api.example?x', 'domain_path'],
  ['user:word@api.example', 'domain_userinfo'],
  ['ftp://api.example', 'domain_scheme'],
  ['api.example:0', 'domain_port'],
  ['api.example:65536', 'domain_port'],
  ['api.example:', 'domain_port'],
  ['a.*.example.com', 'domain_wildcard'],
  ['a**b.example.com', 'domain_wildcard'],
  ['***.example.com', 'domain_wildcard'],
  ['b\u00fc*.example.com', 'domain_wildcard'],
  ['**', 'domain_too_broad'],
  ['**.com', 'domain_too_broad'],
  ['api-*', 'domain_too_broad'],
  ['*.192.0.2.1', 'domain_form'],
])('%j is refused as %s', (entry, code) => {
  expect(parse(entry)).toBe(code);
});

test('port 80 is for rules that admit plain http', () => {
  expect(parse('api.example:80')).toBe('port_requires_insecure');
  expect(parse('api.example:80', true)).toBe('api.example');
});

describe('hosts that a pattern covers', () => {
  const covers = (entry: string, host: string) => {
    const parsed = parseDomain(entry, { allowInsecure: false });
    if (!parsed.ok) throw new Error(parsed.message);
    return coversHost(parsed.pattern as DomainPattern, normalHost(host) ?? '');
  };

  test.each([
    ['*.example.com', 'a.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', 'a.b.example.com', false],
    ['*.example.com', 'aexample.com', false],
    ['**.example.com', 'a.b.example.com', true],
    ['**.example.com', 'example.com', false],
    ['a*b.example.com', 'axb.example.com', true],
    ['a*b.example.com', 'ab.example.com', false],
    ['a*a.example.com', 'a.example.com', false],
    ['*x*.example.com', 'axb.example.com', true],
    ['*x*.example.com', 'xb.example.com', false],
    ['*', 'anything.example', true],
    ['*', '192.0.2.1', true],
    ['*', '169.254.169.254', false],
    ['*', '127.0.0.1', false],
    ['*', '[::1]', false],
    ['*', '[::ffff:10.0.0.1]', false],
    ['*', '[fd00::1]', false],
    ['*', '[2606:4700::1111]', true],
    ['10.0.0.1', '10.0.0.1', true],
    ['10.0.0.1', '10.1', true],
    ['[::1]', '[0:0:0:0:0:0:0:1]', true],
  ])('%s and %s: %s', (entry, host, expected) => {
    expect(covers(entry, host)).toBe(expected);
  });
});
