import type { AuthoredPack } from '@packwright/validator/attune';
import { sha256 } from '../../sha256.ts';
import type { Runner } from '../runners.ts';

/** What a pack asks to be installed beside it, for one runner. */
export interface EnvironmentNeed {
  readonly packRef: string;
  readonly kind: EnvironmentKind;
  /** The file that asks for it, by its path in the pack. */
  readonly manifest: string;
  /** What that file says; null where only a lock is there. */
  readonly asked: Uint8Array | null;
  /** Null where nothing is pinned; then nothing is built. */
  readonly lock: EnvironmentLock | null;
}

export type EnvironmentKind = 'venv' | 'node_modules';

/** What pins every package: a file of the pack, or one that was approved when its bytes were trusted. */
export interface EnvironmentLock {
  /** Its name. */
  readonly file: string;
  readonly content: Uint8Array;
  /** Lowercase hex SHA-256 of all that decides what is built. */
  readonly sha256: string;
  /** The manifest that an installer reads beside the lock; null for none. */
  readonly manifest: Uint8Array | null;
}

/** The environments that a pack asks for, by its files alone; empty for most. */
export function environmentNeeds({
  ref: packRef,
  files,
}: Pick<AuthoredPack, 'ref' | 'files'>): readonly EnvironmentNeed[] {
  const contents = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return [venvNeed(packRef, contents), nodeNeed(packRef, contents)].filter((need) => need !== undefined);
}

/** The environment that an action of this runner starts in; undefined where the pack asks for none. */
export function needOf(needs: readonly EnvironmentNeed[], runner: Runner): EnvironmentNeed | undefined {
  const kind = runner === 'python' ? 'venv' : runner === 'nodejs' ? 'node_modules' : undefined;
  return needs.find((need) => need.kind === kind);
}

type Contents = ReadonlyMap<string, Uint8Array>;

const REQUIREMENTS = 'requirements.txt';
const REQUIREMENTS_LOCK = 'requirements.lock';
const PACKAGE = 'package.json';
const PACKAGE_LOCK = 'package-lock.json';

function venvNeed(packRef: string, contents: Contents): EnvironmentNeed | undefined {
  const manifest = contents.get(REQUIREMENTS);
  const content = contents.get(REQUIREMENTS_LOCK);
  const shared = { packRef, kind: 'venv', asked: manifest ?? null } as const;
  if (content) {
    const lock = lockOf('venv', content, null);
    return { ...shared, manifest: manifest ? REQUIREMENTS : REQUIREMENTS_LOCK, lock };
  }
  return manifest && hasRequirement(manifest) ? { ...shared, manifest: REQUIREMENTS, lock: null } : undefined;
}

function nodeNeed(packRef: string, contents: Contents): EnvironmentNeed | undefined {
  const manifest = contents.get(PACKAGE);
  const content = contents.get(PACKAGE_LOCK);
  if (!manifest || !(content || hasDependency(manifest))) return undefined;
  const lock = content ? lockOf('node_modules', content, manifest) : null;
  return { packRef, kind: 'node_modules', manifest: PACKAGE, asked: manifest, lock };
}

/** The name of the file that holds a lock of this kind. */
export const lockFileOf = (kind: EnvironmentKind): string =>
  kind === 'venv' ? REQUIREMENTS_LOCK : PACKAGE_LOCK;

/** A lock by its content. What decides on modules of Node is the lock together with its manifest. */
export function lockOf(
  kind: EnvironmentKind,
  content: Uint8Array,
  manifest: Uint8Array | null,
): EnvironmentLock {
  const file = lockFileOf(kind);
  if (kind === 'venv' || !manifest) return { file, content, sha256: sha256(content), manifest: null };
  return { file, content, sha256: sha256(`${sha256(manifest)} ${sha256(content)}`), manifest };
}

const hasRequirement = (manifest: Uint8Array): boolean =>
  new TextDecoder()
    .decode(manifest)
    .split('\n')
    .some((line) => !/^\s*(?:#|$)/.test(line));

function hasDependency(manifest: Uint8Array): boolean {
  try {
    const { dependencies } = JSON.parse(new TextDecoder().decode(manifest)) ?? {};
    return typeof dependencies === 'object' && dependencies !== null && Object.keys(dependencies).length > 0;
  } catch {
    // One that cannot be read asks for something that nobody can name.
    return true;
  }
}
