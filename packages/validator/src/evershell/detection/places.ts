import { parseYaml } from '../../source/parse-yaml.ts';
import type { YamlNode } from '../../source/yaml-node.ts';

/** One scalar of a manifest, or one of its keys, where a defect can be put. */
export interface Place {
  /** The path in the document, numbers of lists as `*`: `capabilities.*.allow.*.domains.*`. */
  readonly path: string;
  readonly isKey: boolean;
  readonly start: number;
  readonly end: number;
  /** What stands there, without its quotes. */
  readonly value: string;
  /** The whole manifest. */
  readonly text: string;
}

/** Every key and every scalar value of a manifest. */
export function placesOf(text: string): Place[] {
  const { root } = parseYaml(text);
  return root ? [...placesIn(root, [], text)] : [];
}

function* placesIn(node: YamlNode, path: readonly string[], text: string): Generator<Place> {
  const at = (path: readonly string[], { start, end }: YamlNode, isKey: boolean, value: string): Place => ({
    path: path.join('.'),
    isKey,
    start,
    end,
    value,
    text,
  });
  if (node.kind === 'scalar') yield at(path, node, false, node.value);
  if (node.kind === 'seq') for (const item of node.items) yield* placesIn(item, [...path, '*'], text);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.pairs) {
    if (key.kind !== 'scalar') continue;
    const inner = [...path, key.value];
    yield at(inner, key, true, key.value);
    yield* placesIn(value, inner, text);
  }
}
