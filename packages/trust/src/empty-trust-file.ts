import type { TrustFile } from './trust-file.ts';

/** A host that has seen nothing yet. */
export const emptyTrustFile: TrustFile = {
  schema: 'packwright.trust/v1',
  packs: [],
  revoked: [],
  allowList: null,
};
