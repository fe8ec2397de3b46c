import { describe, expect, test } from 'vitest';
import { actionKind } from '../emisar/pack.ts';
import { parseYaml } from '../source/index.ts';
import type { YamlNode } from '../source/yaml-node.ts';
import { type Decoded, decode } from './decode.ts';

function read(text: string): Decoded {
  return decode(parseYaml(text).root as YamlNode, actionKind.shape, actionKind.policy);
}

describe('aliases of one mapping', () => {
  test('share its value', () => {
    const { args } = read('args: [&a {name: x, type: string}, *a, *a]').value as { args: readonly object[] };
    expect(args).toEqual([
      { name: 'x', type: 'string' },
      { name: 'x', type: 'string' },
      { name: 'x', type: 'string' },
    ]);
    expect(args[2]).toBe(args[1]);
  });

  test('are read anew where the type of the place is another', () => {
    const { value } = read('description: &a {title: 1}\nexamples: [*a]\nargs: [{default: *a}]');
    expect(value).toEqual({
      description: {},
      examples: [{ title: '1' }],
      args: [{ default: { title: 1 } }],
    });
  });

  test('cost the budget what they would cost written out', () => {
    const isGivenUp = (count: number): boolean =>
      read(`args: [&a {name: x, type: string}, ${'*a, '.repeat(count)}]`).isGivenUp;
    expect([isGivenUp(172_287), isGivenUp(172_288)]).toEqual([false, true]);
  });

  test('tell of a key that is written twice once', () => {
    const { faults } = read('args: [&a {name: x, name: y}, *a, *a]');
    expect(faults.map(({ kind, span }) => [kind, span.start])).toEqual([['duplicate-key', 20]]);
  });
});
