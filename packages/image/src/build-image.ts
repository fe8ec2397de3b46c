// specs/evershell 5.1; OCI image specification 1.1, manifest and configuration.
import { portableSha256, type Sha256Factory } from '@packwright/values';
import type { ImageEntry } from './image-entry.ts';
import { layerChunks } from './layer/layer-chunks.ts';
import { orderedEntries } from './layer/ordered-entries.ts';
import { artifactTypeOf, CONFIG_TYPE, LAYER_TYPE, MANIFEST_TYPE } from './media-types.ts';

/** What an image is made from. */
export interface ImageInput {
  /** Id of the pack's format, such as `evershell`. */
  readonly format: string;
  readonly title: string;
  readonly version: string;
  /** Left out of the image when empty. */
  readonly description: string;
  /** Left out of the image when empty. */
  readonly category: string;
  /** In any order. */
  readonly entries: Iterable<ImageEntry>;
}

/** A content by which others name it. */
export interface Blob {
  readonly mediaType: string;
  /** `sha256:<hex>` */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
}

/** A blob small enough to be held whole. */
export interface Document extends Blob {
  readonly bytes: Uint8Array;
}

/** A blob that is made piece by piece, anew each time. */
export interface Layer extends Blob {
  chunks(): Iterable<Uint8Array>;
}

export interface PackImage {
  /** The digest of the manifest, by which the image is known. */
  readonly digest: string;
  readonly manifest: Document;
  readonly config: Document;
  readonly layer: Layer;
}

const EPOCH = '1970-01-01T00:00:00Z';

/**
 * One OCI image with one uncompressed layer. The same input gives the same bytes, on every system and in every
 * version of this package: builder version 1 is frozen. Throws an `ImageError` for entries that cannot be an image.
 */
export function buildImage(input: ImageInput, sha256: Sha256Factory = portableSha256): PackImage {
  const entries = orderedEntries(input.entries);
  const chunks = (): Iterable<Uint8Array> => layerChunks(entries);
  const layer: Layer = { ...blobOf(LAYER_TYPE, chunks(), sha256), chunks };
  const config = document(CONFIG_TYPE, configOf(input, layer.digest), sha256);
  const manifest = document(MANIFEST_TYPE, manifestOf(input, config, layer), sha256);
  return { digest: manifest.digest, manifest, config, layer };
}

// Keys stand in the order in which they are written; that order is part of the contract.
function configOf(input: ImageInput, diffId: string): object {
  return {
    created: EPOCH,
    // The specification asks for one; a pack runs nowhere by itself.
    architecture: 'amd64',
    os: 'linux',
    config: { Labels: labelsOf(input) },
    rootfs: { type: 'layers', diff_ids: [diffId] },
    history: [{ created: EPOCH, created_by: 'packwright image 1' }],
  };
}

function manifestOf(input: ImageInput, config: Document, layer: Layer): object {
  return {
    schemaVersion: 2,
    mediaType: MANIFEST_TYPE,
    artifactType: artifactTypeOf(input.format),
    config: descriptor(config),
    layers: [descriptor(layer)],
    annotations: { 'dev.packwright.format': input.format, ...labelsOf(input) },
  };
}

function labelsOf({ title, version, description, category }: ImageInput): Readonly<Record<string, string>> {
  return {
    ...(category !== '' && { 'dev.packwright.pack.category': category }),
    ...(description !== '' && { 'org.opencontainers.image.description': description }),
    'org.opencontainers.image.title': title,
    'org.opencontainers.image.version': version,
  };
}

const descriptor = ({ mediaType, digest, size }: Blob): Blob => ({ mediaType, digest, size });

function document(mediaType: string, content: object, sha256: Sha256Factory): Document {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return { ...blobOf(mediaType, [bytes], sha256), bytes };
}

function blobOf(mediaType: string, chunks: Iterable<Uint8Array>, sha256: Sha256Factory): Blob {
  const hash = sha256();
  let size = 0;
  for (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { mediaType, digest: `sha256:${hash.hex()}`, size };
}
