import { compileCapabilities } from '@packwright/capabilities';
import { EvershellPack } from '@packwright/schema/evershell';
import type { Manifest } from '../format.ts';
import { SourceText } from '../source/source-text.ts';
import { documentKind, readDocument, withForm } from '../structure/document.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import type { Content } from './anatomy/content.ts';
import { BEHAVIOR, LIMITS } from './anatomy/limits.ts';
import { readContent } from './anatomy/read-content.ts';
import type { Behavior, EvershellPackFiles } from './pack.ts';
import { evershellScalars } from './scalars.ts';

/** The manifest. */
export const packDocument = documentKind(withForm(EvershellPack), evershellScalars, 'an Evershell pack');

/** Every part of a pack that rules look at, read once. */
export function readPack(
  tree: PackTree,
  { file, source }: Pick<Manifest, 'file' | 'source'>,
  sources: Map<string, SourceText>,
): EvershellPackFiles {
  const content = readContent(tree);
  const behavior = behaviorOf(content);
  if (behavior?.source) sources.set(behavior.file, behavior.source);
  const manifest = readDocument(file, source, packDocument);
  const capabilities = compileCapabilities(manifest.value.capabilities ?? []);
  return { manifest, content, behavior, capabilities };
}

function behaviorOf({ entries }: Content): Behavior | undefined {
  const entry = entries.find(({ path }) => path === BEHAVIOR);
  if (entry?.kind !== 'file') return undefined;
  const { path: file, size: byteLength } = entry;
  const base = { file, byteLength, source: undefined, faultAt: undefined };
  if (byteLength > LIMITS.behaviorBytes) return base;
  try {
    return { ...base, ...textOf(entry.bytes()) };
  } catch (error) {
    // Reading all files for the digest says so.
    if (error instanceof TreeReadError) return undefined;
    throw error;
  }
}

function textOf(bytes: Uint8Array): Pick<Behavior, 'source' | 'faultAt'> {
  const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { source: new SourceText(shown), faultAt: undefined };
  } catch {
    return { source: new SourceText(shown), faultAt: shown.indexOf('\ufffd') };
  }
}
