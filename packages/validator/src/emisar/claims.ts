/** Keys that only an emisar manifest has at its top level (specs/editor 3.2). */
const ownKeys = ['schema_version', 'id', 'vendor', 'requires', 'detect', 'setup', 'actions'];

/** Whether a manifest with these top-level keys is an emisar pack's. */
export function claimsManifest(keys: ReadonlySet<string>): boolean {
  // Attune manifests are told by `ref`, whatever else they carry.
  return !keys.has('ref') && ownKeys.some((key) => keys.has(key));
}
