import type { Capability } from '../capability.ts';
import { type Candidate, type EffectiveRule, RuleIndex } from './rule-index.ts';

/** Capabilities and where they come from, such as `role` or `provider`. */
export interface CapabilitySource {
  readonly origin: string;
  readonly capabilities: readonly Capability[];
}

/** A capability that is in force. */
export interface EffectiveCapability {
  readonly origin: string;
  readonly capability: Capability;
}

/** A capability that one of the same name, from a source before, replaces as a whole. */
export interface OverriddenCapability extends EffectiveCapability {
  /** Origin of the one in force. */
  readonly by: string;
}

/** All that is in force for one agent. What no rule admits is refused. */
export class Policy {
  /** In the order in which they are asked. */
  readonly capabilities: readonly EffectiveCapability[];
  readonly overridden: readonly OverriddenCapability[];
  readonly #index: RuleIndex;

  constructor(capabilities: readonly EffectiveCapability[], overridden: readonly OverriddenCapability[]) {
    this.capabilities = capabilities;
    this.overridden = overridden;
    this.#index = new RuleIndex(capabilities);
  }

  /** Every rule in force, in the order in which they are asked. */
  get rules(): readonly EffectiveRule[] {
    return this.#index.rules;
  }

  /** The rules whose domains cover a normalised host, whatever the port, in that order. */
  candidates(host: string): readonly Candidate[] {
    return this.#index.candidates(host);
  }
}

/**
 * Puts sources together, the strongest first: a role before its provider, and before the packs that an editor would
 * copy into it. A name that an earlier source has is replaced as a whole, never merged (specs/evershell 3.13).
 */
export function mergeCapabilities(sources: readonly CapabilitySource[]): Policy {
  const inForce = new Map<string, EffectiveCapability>();
  const overridden: OverriddenCapability[] = [];
  for (const { origin, capabilities } of sources) {
    for (const capability of capabilities) {
      const winner = inForce.get(capability.name);
      if (winner) overridden.push({ origin, capability, by: winner.origin });
      else inForce.set(capability.name, { origin, capability });
    }
  }
  return new Policy([...inForce.values()], overridden);
}
