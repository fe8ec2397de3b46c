/** Keys of a content pack's manifest that no other format has. */
const ownKeys = ['display_name', 'category', 'capabilities', 'suggested_packs'];

/** Keys that tell an emisar manifest, an Attune one, or one of StackStorm; each of those may have a `name` too. */
const othersKeys = [
  ...['schema_version', 'id', 'vendor', 'requires', 'detect', 'setup', 'actions'],
  ...['ref', 'label', 'conf_schema', 'config_schema', 'runtime_deps', 'testing'],
  ...['author', 'email', 'keywords', 'python_versions', 'contributors', 'stackstorm_version'],
];

/** Whether a manifest with these top-level keys is an Evershell content pack's. */
export function claimsManifest(keys: ReadonlySet<string>): boolean {
  const has = (names: readonly string[]) => names.some((name) => keys.has(name));
  return !has(othersKeys) && (keys.has('name') || has(ownKeys));
}
