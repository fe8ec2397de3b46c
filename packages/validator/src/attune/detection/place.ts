import { parseYaml } from '../../source/parse-yaml.ts';
import type { YamlNode, YamlPair } from '../../source/yaml-node.ts';

/** One file of a pack, as the mutators see it. */
export interface SeedFile {
  /** The directory of the pack. */
  readonly root: string;
  /** The ref of the pack. */
  readonly pack: string;
  readonly profile: 'seed' | 'real';
  readonly file: string;
  readonly text: string;
  /** The refs of the components of the same directory. */
  readonly neighbours: readonly string[];
}

/** One key with its value, where a defect can be put. */
export interface Place extends SeedFile {
  /** The directory of the file, or `pack` for the manifest. */
  readonly kind: string;
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly pair: YamlPair;
}

/** The text from `start` to `end` becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every key of a file; none where it is not YAML. */
export function placesOf(file: SeedFile): Place[] {
  const { root, faults } = parseYaml(file.text);
  if (!root || faults.length > 0) return [];
  const slash = file.file.lastIndexOf('/');
  const kind = slash < 0 ? 'pack' : file.file.slice(0, slash);
  return pairsOf(root, []).map(({ path, pair }) => ({
    ...file,
    kind,
    path,
    pair,
    key: String(path.at(-1)),
  }));
}

function pairsOf(node: YamlNode, path: Place['path']): { path: Place['path']; pair: YamlPair }[] {
  if (node.kind === 'seq') return [...node.items].flatMap((item, index) => pairsOf(item, [...path, index]));
  if (node.kind !== 'map') return [];
  return [...node.pairs].flatMap((pair) => {
    if (pair.key.kind !== 'scalar') return [];
    const at = [...path, pair.key.value];
    return [{ path: at, pair }, ...pairsOf(pair.value, at)];
  });
}
