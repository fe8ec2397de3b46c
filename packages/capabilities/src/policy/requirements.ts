import { compareUtf8 } from '@packwright/values';
import type { Capability } from '../capability.ts';
import { secretsOfChange } from '../transform/transform.ts';

/** What a list reaches and takes, each sorted and once. */
export interface CapabilityRequirements {
  /** Domain patterns, as they are stored. */
  readonly domains: readonly string[];
  readonly credentials: readonly string[];
  readonly secrets: readonly string[];
}

/** What someone who attaches a list has to look at and to provide (specs/evershell 3.11 and 4.1). */
export function requirementsOf(capabilities: readonly Capability[]): CapabilityRequirements {
  const changes = capabilities.flatMap(({ transforms }) => transforms.map(({ change }) => change));
  return {
    domains: sorted(
      capabilities.flatMap(({ allow }) => allow.flatMap(({ domains }) => domains.map(({ text }) => text))),
    ),
    credentials: sorted(changes.flatMap((change) => (change.kind === 'auth' ? [change.credential] : []))),
    secrets: sorted(changes.flatMap(secretsOfChange)),
  };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].toSorted(compareUtf8);
}
