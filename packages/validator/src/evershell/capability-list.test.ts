import { expect, test } from 'vitest';
import { readCapabilityList } from './capability-list.ts';

const read = (text: string) => readCapabilityList('caps.yaml', new TextEncoder().encode(text));

const board = `- name: board
  type: http
  allow:
    - {domains: [api.board.example], methods: [GET], paths: [/v2/**]}
`;

test('a list of capabilities is compiled in its order', () => {
  const { capabilities, diagnostics } = read(`${board}${board.replace('name: board', 'name: second')}`);
  expect(diagnostics).toEqual([]);
  expect(capabilities?.map(({ name }) => name)).toEqual(['board', 'second']);
});

test('an empty list grants nothing', () => {
  expect(read('[]\n')).toMatchObject({ capabilities: [], diagnostics: [] });
});

test.each([
  [
    'a scheme in a domain',
    board.replace('api.board', 'https://api.board'),
    'EVS212',
    'https://api.board.example',
  ],
  ['a key that does not exist', board.replace('type', 'tpye'), 'PCK101', 'tpye'],
  ['a method that does not exist', board.replace('GET', 'GTE'), 'PCK105', 'GTE'],
  [
    'the key of a pack around it',
    `capabilities:\n${board.replaceAll(/^/gm, '  ')}`,
    'PCK103',
    'capabilities',
  ],
])('%s is marked where it stands', (_, text, code, marked) => {
  const { capabilities, diagnostics, source } = read(text);
  const [first] = diagnostics;
  expect(capabilities).toBeNull();
  expect(first?.code).toBe(code);
  expect(source.text.slice(first?.span.start, first?.span.end)).toContain(marked);
});

test('a list under the key of a pack gets a hint of its own', () => {
  expect(read(`capabilities:\n${board.replaceAll(/^/gm, '  ')}`).diagnostics[0]?.hint).toBe(
    'leave the key `capabilities` out, and write its list at the left edge',
  );
});

test('a file that is not text is refused as such', () => {
  const { capabilities, diagnostics } = readCapabilityList('caps.yaml', new Uint8Array([0xff, 0x00]));
  expect([capabilities, diagnostics.map(({ code }) => code)]).toEqual([null, ['PCK002']]);
});

test('a fault in one capability hides nothing of another', () => {
  const text = `${board.replace('api.board.example', '"*"')}${board.replace('name: board', 'name: second').replace('http', 'htp')}`;
  expect(read(text).diagnostics.map(({ code }) => code)).toEqual(['EVS219', 'PCK105']);
});
