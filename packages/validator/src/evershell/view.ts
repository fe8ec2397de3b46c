import { requirementsOf } from '@packwright/capabilities';
import type { ImageEntry } from '@packwright/image';
import type { NetworkCapability, PackCard, PackView } from '@packwright/schema/views';
import { foldWhitespace } from '@packwright/values';
import { contentOf } from './content-view.ts';
import type { EvershellPackFiles } from './pack.ts';
import { suggestionsOf } from './suggestions.ts';
import { titleOf } from './title.ts';

/** What lists of packs show of a content pack, but for its digest, which covers the rest. */
export function cardOf({ manifest }: EvershellPackFiles, version: string): Omit<PackCard, 'digest'> {
  const { name, display_name, description, category } = manifest.value;
  return {
    format: 'evershell',
    id: name,
    version,
    title: foldWhitespace(display_name ?? '') || titleOf(name),
    summary: foldWhitespace(description ?? ''),
    category: category ?? 'general',
  };
}

/** The read model of a content pack without errors. */
export function viewOf(pack: EvershellPackFiles, card: PackCard, entries: readonly ImageEntry[]): PackView {
  return {
    card,
    content: {
      ...contentOf(entries),
      behaviorBytes: pack.behavior?.byteLength ?? null,
      stripped: [...pack.content.stripped],
      suggestions: suggestionsOf(pack.manifest.value).kept,
    },
    capabilities: (pack.capabilities.capabilities ?? []).map((capability): NetworkCapability => {
      const { credentials, secrets } = requirementsOf([capability]);
      return {
        name: capability.name,
        rules: capability.allow.map((rule) => ({
          name: rule.name ?? '',
          domains: rule.domains.map(({ text }) => text),
          methods: [...rule.methods],
          paths: rule.paths.map((path) => `/${path.join('/')}`),
          insecure: rule.allowInsecure,
          conditions: rule.whenHead.length + rule.whenBody.length,
          checksBody: rule.bodySchema !== null,
        })),
        budgets: capability.counters.map((counter) => ({
          name: counter.name,
          limit: counter.limit,
          scope: counter.scope,
          seconds: counter.windowSeconds,
        })),
        transforms: capability.transforms.map((transform) => transform.name),
        credentials,
        secrets,
      };
    }),
  };
}
