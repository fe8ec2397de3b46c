import { type Children, every } from '../source/children.ts';
import type { YamlNode, YamlPair, YamlScalar } from '../source/yaml-node.ts';
import { placesByKey } from './locator.ts';
import type { Fields } from './shape.ts';

/** Longer mappings are not compared key by key. */
const FEW_KEYS = 8;

/** Whether the keys are fields, none of them twice; `false` when that takes a closer look. */
export function areDistinctFields(pairs: Children<YamlPair>, fields: Fields): boolean {
  let seen = 0;
  for (const { key } of pairs) {
    const at = key.kind === 'scalar' ? fields.get(key.value)?.at : undefined;
    if (at === undefined || at > 31 || (seen & (1 << at)) !== 0) return false;
    seen |= 1 << at;
  }
  return true;
}

/** Whether the keys are texts, none of them twice; `false` when that takes a closer look. */
export function areDistinct(pairs: Children<YamlPair>): boolean {
  if (pairs.length > FEW_KEYS) {
    return every(pairs, ({ key }) => key.kind === 'scalar') && placesByKey(pairs).size === pairs.length;
  }
  for (let at = 0; at < pairs.length; at++) {
    const { key } = pairs.at(at) as YamlPair;
    if (key.kind !== 'scalar') return false;
    for (let before = 0; before < at; before++) {
      if (((pairs.at(before) as YamlPair).key as YamlScalar).value === key.value) return false;
    }
  }
  return true;
}

/** Two keys are one key when kind and text agree, whatever their tags or quotes (specs 1.2). */
export class SeenKeys {
  readonly #texts = new Map<string, YamlNode>();
  readonly #others = new Map<string, YamlNode>();

  /** Remembers a key; returns the earlier one that is the same, if there is one. */
  add(key: YamlNode): YamlNode | undefined {
    const [known, name] =
      key.kind === 'scalar'
        ? [this.#texts, key.value]
        : [this.#others, key.kind === 'alias' ? `*${key.name}` : key.kind];
    const earlier = known.get(name);
    if (!earlier) known.set(name, key);
    return earlier;
  }
}

/** What a key is called in messages. */
export function nameOf(key: YamlNode): string {
  if (key.kind === 'scalar') return key.value;
  return key.kind === 'alias' ? `*${key.name}` : key.kind;
}
