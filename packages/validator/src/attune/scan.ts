// Where the loader looks for what (spec 1.1).
import { compareUtf8 } from '@packwright/values';
import { lookup } from '../tree/lookup.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import type { ComponentKind } from './pack.ts';

/** Directories of components in the order of loading, and the kind each holds. */
export const COMPONENT_DIRECTORIES: Readonly<Record<string, ComponentKind>> = {
  permission_sets: 'permission-set',
  runtimes: 'runtime',
  triggers: 'trigger',
  actions: 'action',
  'actions/workflows': 'workflow',
  dashboards: 'dashboard',
  queues: 'queue',
  policies: 'policy',
  rules: 'rule',
  sensors: 'sensor',
  caches: 'cache',
  workflows: 'workflow',
};

/** The place of graphs from before; what is wrong in it is skipped. */
const OLD_GRAPHS = 'workflows';

/** The most that the checker reads of a pack (spec 1.1). */
export const LIMITS = { fileBytes: 1024 * 1024, metadataFiles: 2_000, entries: 10_000 } as const;

/** A file that the loader reads as a component. */
export interface ComponentFile {
  readonly kind: ComponentKind;
  readonly path: string;
  readonly isLegacy: boolean;
}

/** What lies in a pack, as far as the limits allow. */
export interface Scan {
  readonly components: readonly ComponentFile[];
  /** YAML files that the loader does not look at. */
  readonly otherYaml: readonly string[];
  /** Component directories that are no directories. */
  readonly notDirectories: readonly string[];
  readonly links: readonly string[];
  /** Every regular file, in the order of UTF-8. */
  readonly files: readonly string[];
  /** Neither files nor directories nor links, and how they are called. */
  readonly special: readonly string[];
  readonly hasTooManyEntries: boolean;
}

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** Everything in a pack but its version control. */
export function scanTree(tree: PackTree): Scan {
  const found = {
    files: [] as string[],
    links: [] as string[],
    special: [] as string[],
    left: LIMITS.entries,
  };
  walk(tree, '', found);
  const components = Object.entries(COMPONENT_DIRECTORIES).flatMap(([directory, kind]) =>
    tree
      .list(directory)
      .filter(isYaml)
      .map((name) => `${directory}/${name}`)
      .filter((path) => lookup(tree, path).found.kind === 'file')
      .map((path) => ({ kind, path, isLegacy: directory === OLD_GRAPHS })),
  );
  const read = new Set(['pack.yaml', ...components.map(({ path }) => path)]);
  return {
    components,
    otherYaml: found.files.filter((path) => isYaml(path) && !read.has(path)),
    notDirectories: Object.keys(COMPONENT_DIRECTORIES).filter((path) => {
      const { kind } = lookup(tree, path).found;
      return kind !== 'directory' && kind !== 'missing';
    }),
    links: found.links,
    files: found.files.sort(compareUtf8),
    special: found.special,
    hasTooManyEntries: found.left < 0,
  };
}

interface Walk {
  readonly files: string[];
  readonly links: string[];
  readonly special: string[];
  left: number;
}

function walk(tree: PackTree, directory: string, found: Walk): void {
  for (const name of tree.list(directory)) {
    if (name === '.git') continue;
    if (--found.left < 0) return;
    const path = directory === '' ? name : `${directory}/${name}`;
    const entry = tree.entry(path);
    if (entry?.kind === 'file') found.files.push(path);
    else if (entry?.kind === 'link') found.links.push(path);
    else if (entry?.kind === 'directory') walk(tree, path, found);
    else found.special.push(path);
  }
}
