import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from './repo-root.ts';

/** The parts of a package.json that the checks of this folder read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly engines?: { readonly node?: string };
  readonly files?: readonly string[];
  readonly publishConfig?: { readonly access?: string };
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface WorkspacePackage {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package under `packages` and `apps`, by path. */
export function workspacePackages(): readonly WorkspacePackage[] {
  const files = globSync(['packages/*/package.json', 'apps/*/package.json'], { cwd: repoRoot }).toSorted();
  return files.map((file) => ({
    folder: join(repoRoot, dirname(file)),
    manifest: readManifest(join(repoRoot, file)),
  }));
}

/** The packages that users install. */
export function publishedPackages(): readonly WorkspacePackage[] {
  return workspacePackages().filter(({ manifest }) => manifest.private !== true);
}

/** A public entry of a package: what users write after `import`, and the built file behind it. */
export interface PublicEntry {
  readonly specifier: string;
  readonly file: string;
}

/** Every entry of one package that has a fixed name and is code. */
export function codeEntries({ folder, manifest }: WorkspacePackage): readonly PublicEntry[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
    const file = typeof target === 'string' ? target : (target.default ?? '');
    if (!file.endsWith('.js') || path.includes('*')) return [];
    return [{ specifier: manifest.name + path.slice(1), file: join(folder, file) }];
  });
}

/** Packages that are for Node as a whole. */
const NODE_PACKAGES = /^(?:packwright|@packwright\/(?:engine|runner))(?:\/|$)/;

/** Entries that need a machine, in packages whose other entries run anywhere. */
const NODE_ENTRIES = /\/(?:node|host|scripts)$/;

/** The CLI, the engine and the runner are for Node, and so are the entries above; all other entries run anywhere. */
export function isForNode({ specifier }: PublicEntry): boolean {
  return NODE_PACKAGES.test(specifier) || NODE_ENTRIES.test(specifier);
}

/** Throws, with the remedy, where an entry is not built. */
export function assertBuilt(entry: PublicEntry): void {
  if (!existsSync(entry.file)) throw new Error(`${entry.specifier} is not built; run \`npx pnpm run build\``);
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8'));
}
