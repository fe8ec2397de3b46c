import type { AuthoredPack } from '@packwright/validator/attune';
import { sha256 } from '../../sha256.ts';
import type { Runner } from '../runners.ts';

/** What a pack asks to be installed beside it, for one runner. */
export interface EnvironmentNeed {
  readonly packRef: string;
  readonly kind: EnvironmentKind;
  /** The file that asks for it, by its path in the pack. */
  readonly manifest: string;
  /** Null where the pack pins nothing; then nothing is built. */
  readonly lock: EnvironmentLock | null;
}

export type EnvironmentKind = 'venv' | 'node_modules';

/** What pins every package: a file of the pack, so that the digest that is trusted covers it. */
export interface EnvironmentLock {
  /** By its path in the pack. */
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
  const kind = 'venv';
  if (content) {
    const lock = { file: REQUIREMENTS_LOCK, content, sha256: sha256(content), manifest: null };
    return { packRef, kind, manifest: manifest ? REQUIREMENTS : REQUIREMENTS_LOCK, lock };
  }
  return manifest && hasRequirement(manifest)
    ? { packRef, kind, manifest: REQUIREMENTS, lock: null }
    : undefined;
}

function nodeNeed(packRef: string, contents: Contents): EnvironmentNeed | undefined {
  const manifest = contents.get(PACKAGE);
  const content = contents.get(PACKAGE_LOCK);
  const kind = 'node_modules';
  if (!manifest || !(content || hasDependency(manifest))) return undefined;
  if (!content) return { packRef, kind, manifest: PACKAGE, lock: null };
  const digest = sha256(`${sha256(manifest)} ${sha256(content)}`);
  return {
    packRef,
    kind,
    manifest: PACKAGE,
    lock: { file: PACKAGE_LOCK, content, sha256: digest, manifest },
  };
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
