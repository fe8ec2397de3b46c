import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compileCapabilities } from './compile-capabilities.ts';

/** What is to be written in place of what is wrong with a list; `undefined` for what nobody can know. */
function meantBy(rule: string, more = ''): unknown {
  const { problems } = compileCapabilities(parse(`[{name: api, type: http, allow: [{${rule}}]${more}}]`));
  expect(problems).toHaveLength(1);
  return problems[0]?.instead;
}

test.each([
  ['https://api.example', 'api.example'],
  ['https://api.example/', 'api.example'],
  ['HTTPS://*.api.example:8443', '*.api.example:8443'],
  ['api.example/', 'api.example'],
  ['api.example:', 'api.example'],
  ['2001:db8::1', '[2001:db8::1]'],
  ['127.1:8080', '127.0.0.1:8080'],
])('the domain %s is certainly %s', (written, meant) => {
  expect(meantBy(`domains: [${JSON.stringify(written)}], methods: [GET]`)).toBe(meant);
});

test.each([
  'http://api.example',
  'https://api.example/v1',
  'https://user@api.example',
  'https://*.example',
  'api.example/v1',
  'api.example:https',
  'a..example',
])('what the domain %s is meant for is not certain', (written) => {
  expect(meantBy(`domains: [${JSON.stringify(written)}], methods: [GET]`)).toBe(undefined);
});

test('a domain that is there already is left out', () => {
  expect(meantBy('domains: [a.example, A.example], methods: [GET]')).toBe(null);
});

test.each([
  ['/v1/{id}', '/v1/*'],
  ['/{a}/x/{b_c}', '/*/x/*'],
  ['/v1/x{id}', undefined],
  ['/v1/[ab]', undefined],
  ['/v1?x', undefined],
])('of the path %s: %s', (written, meant) => {
  expect(meantBy(`domains: [a.example], methods: [GET], paths: ["${written}"]`)).toBe(meant);
});

const RULE = 'name: read, domains: [a.example], methods: [POST]';

test.each([
  ['{applies_to: [raed], auth: bot}', 'read'],
  ['{applies_to: [elsewhere], auth: bot}', undefined],
  ['{headers: {set: {x-a: "b "}}}', 'b'],
  ['{headers: {set: {x-a: "b\\nc"}}}', undefined],
  ['{body: {set: {message/text: 1}}}', '/message/text'],
  ['{body: {set: {text: 1, /text: 2}}}', undefined],
  ['{body: {set: {$.text: 1}}}', undefined],
  ['{body: {remove: [text]}}', '/text'],
  [`{query: {set: {a: {expr: 'request.hst'}}}}`, 'request.host'],
  [`{query: {set: {a: {expr: 'reqest.host'}}}}`, 'request'],
  [`{query: {set: {a: {expr: 'nothing'}}}}`, undefined],
])('of the transform %s: %s', (transform, meant) => {
  expect(meantBy(RULE, `, transforms: [${transform}]`)).toBe(meant);
});

test('a keyword of a schema is meant only where it is free', () => {
  expect(meantBy(`${RULE}, body_schema: {requierd: [a]}`)).toBe('required');
  expect(meantBy(`${RULE}, body_schema: {requierd: [a], required: [b]}`)).toBe(undefined);
});
