import { type Children, every } from '../source/children.ts';
import { targetOf, type YamlMap, type YamlNode, type YamlPair } from '../source/yaml-node.ts';
import type { AliasBudget } from './alias-budget.ts';
import type { DecodeFault } from './decode-fault.ts';
import { areDistinct, areDistinctFields, nameOf, SeenKeys } from './distinct-keys.ts';
import { FEW_PAIRS, type Places, placesByKey } from './locator.ts';
import type { ScalarPolicy } from './scalar-policy.ts';
import type { Fields } from './shape.ts';

/** The pairs of mappings as a loader has them: no key twice, and those that merge keys (`<<`) bring in. */
export class EffectivePairs {
  /** The pairs of mappings with merge keys. */
  readonly merged = new Map<YamlMap, Children<YamlPair>>();
  /** Where the keys of long mappings stand. */
  readonly places = new Map<Children<YamlPair>, Places>();
  readonly #ownCounts = new Map<Children<YamlPair>, number>();
  readonly #policy: ScalarPolicy;
  readonly #budget: AliasBudget;
  readonly #refuse: (fault: DecodeFault) => void;

  /** Merging takes steps of the budget; what is wrong with keys goes to `refuse`. */
  constructor(policy: ScalarPolicy, budget: AliasBudget, refuse: (fault: DecodeFault) => void) {
    this.#policy = policy;
    this.#budget = budget;
    this.#refuse = refuse;
  }

  /** How many of the pairs of a mapping are its own; those behind them were merged, and reading them is reading again. */
  ownCount(pairs: Children<YamlPair>): number {
    return this.#ownCounts.get(pairs) ?? pairs.length;
  }

  /** The pairs after merge keys: of one key the last pair of the mapping itself wins, then the earlier source. */
  of(node: YamlMap, fields?: Fields): Children<YamlPair> {
    const known = this.merged.get(node);
    if (known) return known;
    const isDistinct = (fields && areDistinctFields(node.pairs, fields)) || this.#areDistinct(node.pairs);
    const pairs = isDistinct ? node.pairs : this.#withoutRepeats(node);
    const isOther = ({ key }: YamlPair) => key.kind !== 'scalar' || !this.#policy.isMergeKey(key);
    if (every(pairs, isOther)) {
      if (pairs !== node.pairs) this.merged.set(node, pairs);
      return pairs;
    }
    const merged = this.#merge([...pairs], isOther);
    this.merged.set(node, merged);
    return merged;
  }

  #merge(written: readonly YamlPair[], isOther: (pair: YamlPair) => boolean): readonly YamlPair[] {
    const mergeAt = written.findIndex((pair) => !isOther(pair));
    const merged = written.filter((_, at) => at !== mergeAt);
    const own = merged.length;
    const seen = new SeenKeys();
    for (const { key } of merged) seen.add(key);
    const sources = new Map<YamlMap, Children<YamlPair>>();
    for (const { map, isAliased } of this.#sources((written[mergeAt] as YamlPair).value)) {
      // To merge the keys of a mapping again costs as much as to read them again, though they have none to add.
      if (isAliased) this.#budget.enter();
      this.#budget.step();
      const earlier = sources.get(map);
      const pairs = earlier ?? this.of(map);
      this.#budget.step(pairs.length);
      if (!earlier) for (const pair of pairs) if (!seen.add(pair.key)) merged.push(pair);
      sources.set(map, pairs);
      if (isAliased) this.#budget.leave();
    }
    this.#ownCounts.set(merged, own);
    return merged;
  }

  #areDistinct(pairs: Children<YamlPair>): boolean {
    if (pairs.length <= FEW_PAIRS) return areDistinct(pairs);
    const places = placesByKey(pairs);
    this.places.set(pairs, places);
    return places.size === pairs.length && every(pairs, ({ key }) => key.kind === 'scalar');
  }

  #sources(value: YamlNode): readonly { readonly map: YamlMap; readonly isAliased: boolean }[] {
    return (value.kind === 'seq' ? [...value.items] : [value]).flatMap((source) => {
      const map = targetOf(source);
      if (map.kind === 'map') return { map, isAliased: source.kind === 'alias' };
      this.#refuseSource(source);
      return [];
    });
  }

  #refuseSource(value: YamlNode): void {
    this.#refuse({
      kind: 'merge',
      span: value,
      message: '"<<" takes a mapping, an alias of one, or a list of those',
      hint: 'quote the key if you mean the two characters',
    });
  }

  /** The last of every key, as it is read; whoever looks for its place has to find the same. */
  #withoutRepeats(node: YamlMap): Children<YamlPair> {
    if (!this.#hasRepeats(node)) return node.pairs;
    const seen = new SeenKeys();
    return [...node.pairs]
      .reverse()
      .filter(({ key }) => !seen.add(key))
      .reverse();
  }

  #hasRepeats({ pairs }: YamlMap): boolean {
    const seen = new SeenKeys();
    let hasRepeats = false;
    for (const { key } of pairs) {
      const earlier = seen.add(key);
      if (!earlier) continue;
      hasRepeats = true;
      this.#refuse({
        kind: 'duplicate-key',
        span: key,
        message: `the key ${JSON.stringify(nameOf(key))} is written twice`,
        hint: 'keep one of the two',
        related: { span: earlier, message: 'first written here' },
      });
    }
    return hasRepeats;
  }
}
