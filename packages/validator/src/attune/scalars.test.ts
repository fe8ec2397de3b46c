import { expect, test } from 'vitest';
import { parseYaml } from '../source/index.ts';
import { decode } from '../structure/decode.ts';
import { attuneScalars } from './scalars.ts';

function read(yaml: string): unknown {
  const { root } = parseYaml(`a: ${yaml}\n`);
  if (!root) throw new Error('not YAML');
  return (decode(root, { kind: 'any' }, attuneScalars).value as { a: unknown }).a;
}

test.each([
  ['yes', 'yes'],
  ['off', 'off'],
  ['True', true],
  ['~', null],
  ['', null],
  ['12', 12],
  ['+12', 12],
  ['0x1f', 31],
  ['0o17', 15],
  ['0b101', 5],
  ['0123', '0123'],
  ['1_000', '1_000'],
  ['1.0', 1],
  ['1e3', 1000],
  ['.5', 0.5],
  ['1.2.3', '1.2.3'],
  ['12:30', '12:30'],
  ['2024-01-20', '2024-01-20'],
  ['.inf', Number.POSITIVE_INFINITY],
  ['1e999', '1e999'],
  ['99999999999999999999', 99999999999999999999n],
  ['"12"', '12'],
  ['!!str 12', '12'],
])('%s is read as the loader reads it', (yaml, value) => {
  expect(read(yaml)).toEqual(value);
});

const problemsOf = (yaml: string) => {
  const { root } = parseYaml(yaml);
  if (!root) throw new Error('not YAML');
  return decode(root, { kind: 'any' }, attuneScalars).faults.map(({ message }) => message);
};

test('a tag of the author, and one that its text does not fit, are faults', () => {
  expect(problemsOf('a: !secret x\n')).toEqual(['the tag "!secret" is not one that the loader reads']);
  expect(problemsOf('a: !!int x\n')).toEqual(['"x" is not a value of the tag !!int']);
});

test('a merge key is a key like any other', () => {
  const { root } = parseYaml('a: {<<: {b: 1}}\n');
  expect(root && decode(root, { kind: 'any' }, attuneScalars).value).toEqual({ a: { '<<': { b: 1 } } });
});
