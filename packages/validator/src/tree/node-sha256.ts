import { createHash } from 'node:crypto';
import type { Sha256 } from '@packwright/values';

/** The system's SHA-256, several times faster than the portable one. */
export function nodeSha256(): Sha256 {
  const hash = createHash('sha256');
  return {
    update(bytes) {
      hash.update(bytes);
    },
    hex: () => hash.digest('hex'),
  };
}
