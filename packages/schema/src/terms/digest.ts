import * as z from 'zod';

/** A content digest as text: `sha256:` and 64 lower-case hex digits. */
export const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, '"sha256:" and 64 lower-case hex digits');
export type Digest = z.infer<typeof Digest>;
