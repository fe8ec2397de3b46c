import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseYaml } from './index.ts';
import type { YamlNode } from './yaml-node.ts';

/** A node as gopkg.in/yaml.v3 3.0.1 read it: scalar (tag, value, anchor, style bits), alias, or collection (tag, anchor, children). */
type GoNode =
  | ['s', string, string, string, number]
  | ['a', string]
  | ['m' | 'q', string, string, ...GoNode[]];

interface Case {
  readonly yaml: string;
  readonly tree?: GoNode;
  /** Its error, in its own words. */
  readonly refused?: string;
}

const cases = readFileSync(new URL('fixtures/go-yaml-v3.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line));

test('what go-yaml v3 refuses is refused, and nothing else', () => {
  const differing = cases.filter(
    ({ yaml, refused }) => parseYaml(yaml).faults.length > 0 !== (refused !== undefined),
  );
  expect(differing).toEqual([]);
});

test('what go-yaml v3 accepts has the same nodes, texts, styles, tags and anchors', () => {
  const accepted = cases.filter((it): it is Case & { tree: GoNode } => it.tree !== undefined);
  expect(accepted.length).toBeGreaterThan(300);
  const differing = accepted.flatMap(({ yaml, tree }) => {
    const { root } = parseYaml(yaml);
    const difference = root ? differenceOf(root, tree, new Map()) : 'no tree';
    return difference === undefined ? [] : [{ yaml, difference }];
  });
  expect(differing).toEqual([]);
});

const STYLE_BITS = { plain: 0, double: 2, single: 4, literal: 8, folded: 16 };
const TAGGED = 1;

function differenceOf(node: YamlNode, go: GoNode, anchors: Map<string, YamlNode>): string | undefined {
  if (node.kind === 'alias') {
    return go[0] === 'a' && go[1] === node.name && anchors.get(node.name) === node.target
      ? undefined
      : `alias ${node.name}`;
  }
  if (go[0] === 'a') return `${node.kind} for the alias ${go[1]}`;
  const anchor = go[0] === 's' ? go[3] : go[2];
  if (anchor !== '') anchors.set(anchor, node);
  if (node.tag !== undefined && node.tag !== '!' && short(node.tag) !== go[1])
    return `tag ${node.tag} for ${go[1]}`;
  if (node.kind === 'scalar') {
    if (go[0] !== 's') return `scalar for ${go[0]}`;
    if (node.tag === undefined && (go[4] & TAGGED) !== 0) return `no tag for ${go[1]}`;
    if ((go[4] & ~TAGGED) !== STYLE_BITS[node.style]) return `${node.style} for the style ${go[4]}`;
    return node.value === go[2] ? undefined : `${JSON.stringify(node.value)} for ${JSON.stringify(go[2])}`;
  }
  if (go[0] !== (node.kind === 'map' ? 'm' : 'q')) return `${node.kind} for ${go[0]}`;
  const parts =
    node.kind === 'map' ? [...node.pairs].flatMap(({ key, value }) => [key, value]) : [...node.items];
  const [, , , ...goParts] = go;
  if (parts.length !== goParts.length) return `${parts.length} parts for ${goParts.length}`;
  return parts.map((part, at) => differenceOf(part, goParts[at] as GoNode, anchors)).find(Boolean);
}

function short(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, '!!');
}
