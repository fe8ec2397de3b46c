import type { AllowRule } from '../capability.ts';
import { coversHost, type DomainPattern } from '../domain/domain-pattern.ts';
import type { EffectiveCapability } from './policy.ts';

/** A rule among all rules that are in force. */
export interface EffectiveRule {
  readonly from: EffectiveCapability;
  readonly allow: AllowRule;
  /** Its position among all rules; the first that passes wins. */
  readonly order: number;
}

/** A rule and those of its patterns that cover a host. */
export interface Candidate {
  readonly rule: EffectiveRule;
  readonly patterns: readonly DomainPattern[];
}

const MOST_KNOWN = 256;

interface Entry {
  readonly rule: EffectiveRule;
  readonly pattern: DomainPattern;
}

/** Finds the rules for a host without a look at the others. */
export class RuleIndex {
  readonly rules: readonly EffectiveRule[];
  readonly #exact = new Map<string, Entry[]>();
  /** Patterns with a wildcard label, by what follows it; those for any host have nothing there. */
  readonly #wildcards = new Map<string, Entry[]>();
  /** Hosts that were asked for before: agents talk to few. */
  readonly #known = new Map<string, readonly Candidate[]>();

  constructor(capabilities: readonly EffectiveCapability[]) {
    let order = 0;
    this.rules = capabilities.flatMap((from) =>
      from.capability.allow.map((allow) => ({ from, allow, order: order++ })),
    );
    for (const rule of this.rules) {
      for (const pattern of rule.allow.domains) {
        const table = pattern.wildcard === null ? this.#exact : this.#wildcards;
        const entries = table.get(pattern.suffix);
        if (entries) entries.push({ rule, pattern });
        else table.set(pattern.suffix, [{ rule, pattern }]);
      }
    }
  }

  /** The rules of which a pattern covers a normalised host, whatever the port, in their order. */
  candidates(host: string): readonly Candidate[] {
    const known = this.#known.get(host);
    if (known) return known;
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const candidates = this.#find(host);
    this.#known.set(host, candidates);
    return candidates;
  }

  #find(host: string): readonly Candidate[] {
    const found = new Map<EffectiveRule, DomainPattern[]>();
    for (const { rule, pattern } of this.#entries(host)) {
      if (!coversHost(pattern, host)) continue;
      const patterns = found.get(rule);
      if (patterns) patterns.push(pattern);
      else found.set(rule, [pattern]);
    }
    const candidates = [...found].map(([rule, patterns]) => ({ rule, patterns }));
    return candidates.sort((a, b) => a.rule.order - b.rule.order);
  }

  *#entries(host: string): Generator<Entry> {
    yield* this.#exact.get(host) ?? [];
    yield* this.#wildcards.get('') ?? [];
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1))
      yield* this.#wildcards.get(host.slice(dot + 1)) ?? [];
  }
}
