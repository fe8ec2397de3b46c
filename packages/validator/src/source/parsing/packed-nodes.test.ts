import { describe, expect, test } from 'vitest';
import type { YamlNode, YamlScalar } from '../yaml-node.ts';
import { parseDocument } from './document.ts';
import { PackedNodes } from './packed-nodes.ts';

function itemsOf(text: string): readonly YamlNode[] {
  const { root } = parseDocument(text, 0);
  return root?.kind === 'seq' ? [...root.items] : [];
}

const packed = (text: string): readonly YamlNode[] => [...new PackedNodes(text, itemsOf(text))];

describe('packed nodes', () => {
  test.each([
    ['texts', '[a, "b c", \'\', "\\x41", !!str d]'],
    ['empty lists and mappings', '[{}, [], !x {}, { }]'],
    ['lists and mappings', '[[a], {b: c}]'],
    ['aliases', '[&a x, *a, &b {c: d}, *b, *a, &a y, *a]'],
  ])('come out as they went in: %s', (_, text) => {
    expect(packed(text)).toEqual(itemsOf(text));
  });

  test('of an anchor that is set twice lead to the node that stood before them', () => {
    const values = packed('[&a x, *a, &a y, *a]').map(
      (node) => ((node.kind === 'alias' ? node.target : node) as YamlScalar).value,
    );
    expect(values).toEqual(['x', 'x', 'y', 'y']);
  });

  test('that are aliases lead to the very node', () => {
    const [target, alias] = packed('[&a {b: c}, *a]');
    expect(alias?.kind === 'alias' && alias.target).toBe(target);
  });
});
