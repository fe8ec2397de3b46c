import type { PackIdentity, TrustEntry, TrustFile } from './trust-file.ts';

/** Whether both name the same version of the same pack. */
export const isSamePack = (a: PackIdentity, b: PackIdentity): boolean =>
  a.format === b.format && a.id === b.id && a.version === b.version;

/** What is known of a version; undefined for one that was never seen. */
export const findEntry = (file: TrustFile, pack: PackIdentity): TrustEntry | undefined =>
  file.packs.find((entry) => isSamePack(entry.pack, pack));

/** Why a digest may never run, or undefined where nothing is against it. */
export const revocationOf = (file: TrustFile, digest: string): string | undefined =>
  file.revoked.find((revoked) => revoked.digest === digest)?.reason;

/** A version as people write it: `redis 1.2.0`. */
export const packName = ({ id, version }: PackIdentity): string => `${id} ${version}`;
