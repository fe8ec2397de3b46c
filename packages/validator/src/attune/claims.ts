/** Keys that only an Attune manifest has at its top level. */
const ownKeys = ['label', 'conf_schema', 'config_schema', 'runtime_deps', 'testing'];

/** Keys of an Attune manifest that a StackStorm one does not have. */
const otherThanStackStorm = [...ownKeys, 'tags', 'meta', 'metadata', 'config', 'enabled', 'worker_selector'];

/** What, beside a `name`, makes a manifest a StackStorm one; those have a `ref` too. */
const stackStormKeys = [
  'author',
  'email',
  'keywords',
  'python_versions',
  'contributors',
  'stackstorm_version',
];

/** Without a `ref` these tell an emisar manifest. */
const emisarKeys = ['schema_version', 'id', 'vendor', 'requires', 'detect', 'setup', 'actions'];

/** Whether a manifest with these top-level keys is an Attune pack's. */
export function claimsManifest(keys: ReadonlySet<string>): boolean {
  const has = (names: readonly string[]) => names.some((name) => keys.has(name));
  if (!keys.has('ref')) return has(ownKeys) && !has(emisarKeys);
  return has(otherThanStackStorm) || !keys.has('name') || !has(stackStormKeys);
}
