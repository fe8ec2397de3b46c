import { lookup } from '../tree/lookup.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import type { ComponentFile, Scan } from './scan.ts';

/** Graphs further down than the loader looks by itself, which it reads because actions name them. */
export function deeperGraphs(
  tree: PackTree,
  { components }: Scan,
  actions: readonly Readonly<Record<string, unknown>>[],
): readonly ComponentFile[] {
  const named = new Set(
    actions.flatMap(({ workflow_file: graph }) =>
      typeof graph === 'string' ? [`actions/${graph.trim()}`] : [],
    ),
  );
  return [...named]
    .filter((path) => /^actions\/workflows\/.+\//.test(path) && !path.split('/').includes('..'))
    .filter((path) => components.every((known) => known.path !== path))
    .filter((path) => lookup(tree, path).found.kind === 'file')
    .map((path) => ({ kind: 'workflow', path, isLegacy: false }));
}

/** The same scan, with graphs that actions name among the components. */
export function withGraphs(scan: Scan, graphs: readonly ComponentFile[]): Scan {
  const paths = graphs.map(({ path }) => path);
  return {
    ...scan,
    components: [...scan.components, ...graphs],
    otherYaml: scan.otherYaml.filter((path) => !paths.includes(path)),
  };
}
