import type { EvershellPackDocument } from '@packwright/schema/evershell';

/** One name in `suggested_packs`, and where in it: its position in a list, or the part of a text. */
export interface Suggestion {
  readonly name: string;
  readonly at: number | { readonly start: number; readonly end: number };
}

/** The names of `suggested_packs` as written, in either form (specs/evershell 2). */
export function writtenSuggestions({
  suggested_packs: written,
}: EvershellPackDocument): readonly Suggestion[] {
  if (typeof written !== 'string') {
    return (Array.isArray(written) ? written : []).map((name, at) => ({ name: String(name), at }));
  }
  return [...written.matchAll(/[^,]+/g)].flatMap(({ 0: part, index }) => {
    const name = part.trim();
    const start = index + part.indexOf(name);
    return name === '' ? [] : [{ name, at: { start, end: start + name.length } }];
  });
}

/** The names that count, and those that are passed over: the pack itself, and what is named before. */
export function suggestionsOf(manifest: EvershellPackDocument): {
  readonly kept: readonly string[];
  readonly needless: readonly Suggestion[];
} {
  const kept = new Set<string>();
  const needless = writtenSuggestions(manifest).filter((suggestion) => {
    if (suggestion.name === manifest.name || kept.has(suggestion.name)) return true;
    kept.add(suggestion.name);
    return false;
  });
  return { kept: [...kept], needless };
}
