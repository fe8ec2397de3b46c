import { buildImage, type ImageEntry } from '@packwright/image';
import type { PackCard } from '@packwright/schema/views';
import type { Sha256Factory } from '@packwright/values';

/** The digest by which a pack is mounted: that of the manifest of its image (specs/evershell 5.1). */
export function imageDigest(
  { format, title, version, summary, category }: Omit<PackCard, 'digest'>,
  entries: readonly ImageEntry[],
  sha256: Sha256Factory,
): string {
  return buildImage({ format, title, version, description: summary, category, entries }, sha256).digest;
}
