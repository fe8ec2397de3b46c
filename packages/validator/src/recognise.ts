import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Judge } from './format.ts';
import { parseYaml } from './source/index.ts';
import type { SourceText } from './source/source-text.ts';
import { plain } from './source/span.ts';
import { yamlDiagnostics } from './structure/faults.ts';
import { pckRules } from './structure/pck-rules.ts';

const KEY_LINE = /^(["']?)([A-Za-z_][A-Za-z0-9_-]*)\1[ \t]*:(?=\s|$)/gm;

/**
 * The top-level keys of a manifest as far as lines show them. Working on lines, it also tells the format of a
 * manifest whose YAML is broken.
 */
export function topLevelKeys(text: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [, , key] of text.matchAll(KEY_LINE)) keys.add(key as string);
  return keys;
}

/** What, beside a `name` and without a sign of any format here, makes a manifest a StackStorm one. */
const STACKSTORM = ['author', 'email', 'keywords', 'python_versions', 'contributors', 'stackstorm_version'];

/** What to say about a manifest that no format claims. */
export function recogniseOther(
  file: string,
  source: SourceText,
  keys: ReadonlySet<string>,
  formats: readonly Judge[],
): Diagnostic[] {
  const { root, faults } = parseYaml(source.text);
  if (!root || faults.length > 0) return yamlDiagnostics(file, faults);
  const first = root.kind === 'map' ? (root.pairs.at(0)?.key ?? root) : root;
  const base = { code: pckRules.noFormat.code, severity: 'error', file, span: plain(first) } as const;
  const hint = formats.map(keysOf).join('; ');
  if (root.kind !== 'map') {
    const what = root.kind === 'seq' ? 'a list' : 'a single value';
    return [{ ...base, message: `the manifest is ${what}, not a mapping`, hint }];
  }
  if (keys.has('name') && STACKSTORM.some((key) => keys.has(key))) {
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
      hint,
    },
  ];
}

function keysOf({ title, firstKeys }: Judge): string {
  const article = /^[aeiou]/i.test(title) ? 'an' : 'a';
  return `${article} ${title} has ${firstKeys.slice(0, -1).join(', ')} and ${firstKeys.at(-1)}`;
}

/** What to say about a manifest that several formats claim. */
export function severalClaims(file: string, source: SourceText, formats: readonly Judge[]): Diagnostic[] {
  const { root } = parseYaml(source.text);
  const [first] = root?.kind === 'map' ? root.pairs : [];
  return [
    {
      code: pckRules.noFormat.code,
      severity: 'error',
      file,
      span: plain(first?.key ?? { start: 0, end: 0 }),
      message: `the manifest has keys of several formats: ${formats.map(({ title }) => title).join(', ')}`,
      hint: 'keep those of one format',
    },
  ];
}
