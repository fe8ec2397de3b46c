import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { parseYaml } from './source/index.ts';
import type { SourceText } from './source/source-text.ts';
import { yamlDiagnostics } from './structure/faults.ts';
import { pckRules } from './structure/pck-rules.ts';

const KEY_LINE = /^(["']?)([A-Za-z_][A-Za-z0-9_-]*)\1[ \t]*:(?=\s|$)/gm;

/**
 * The top-level keys of a manifest as far as lines show them. Working on lines, it also tells the format of a
 * manifest whose YAML is broken.
 */
export function topLevelKeys(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(KEY_LINE), (match) => match[2] as string));
}

const STACKSTORM = ['keywords', 'python_versions', 'contributors'];

/** What to say about a manifest that no format claims. */
export function recogniseOther(file: string, source: SourceText, keys: ReadonlySet<string>): Diagnostic[] {
  const { root, faults } = parseYaml(source.text);
  if (!root || faults.length > 0) return yamlDiagnostics(file, faults);
  const first = root.kind === 'map' ? (root.pairs[0]?.key ?? root) : root;
  const span = { start: first.start, end: first.end };
  const base = { code: pckRules.noFormat.code, severity: 'error', file, span } as const;
  if (root.kind !== 'map') {
    const what = root.kind === 'seq' ? 'a list' : 'a single value';
    return [
      {
        ...base,
        message: `the manifest is ${what}, not a mapping`,
        hint: 'begin with `schema_version: 1` and the id of the pack',
      },
    ];
  }
  if (!keys.has('ref') && keys.has('name') && STACKSTORM.some((key) => keys.has(key))) {
    return [
      {
        ...base,
        message: 'this is a StackStorm pack: not a format Packwright runs yet',
        hint: 'port its actions to a format from `packwright schema`',
      },
    ];
  }
  return [
    {
      ...base,
      message: 'the manifest has no key that tells its format',
      hint: 'an emisar pack has schema_version, id and actions',
    },
  ];
}
