import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InstallError } from '../install-error.ts';
import { download } from './download.ts';
import type { FetchTerms } from './source.ts';

const MIB = 1024 * 1024;
/** What the archive of a pack may take (specs/emisar 1.1), packed as badly as can be. */
export const LARGEST_ARCHIVE = 40 * MIB;
export const LARGEST_INDEX = 64 * MIB;

/** Whether a place is on the network. */
export const isAddress = (place: string): boolean => /^https?:\/\//.test(place);

/** The place of a file below another: a path below a path, an address below an address. */
export function placeBelow(place: string, path: string): string {
  return isAddress(place)
    ? new URL(path, place.endsWith('/') ? place : `${place}/`).href
    : resolve(place, path);
}

/** The bytes at a path or an address. Throws an `InstallError` when there are none, or too many. */
export async function readPlace(place: string, most: number, terms: FetchTerms): Promise<Uint8Array> {
  if (isAddress(place)) return download(place, { ...terms, most });
  const path = resolve(terms.cwd, place);
  try {
    if (statSync(path).size <= most) return readFileSync(path);
  } catch (cause) {
    throw new InstallError('not_found', `"${place}" cannot be read`, 'check the path', { cause });
  }
  throw new InstallError('too_large', `"${place}" is larger than ${most / MIB} MiB`, 'it is no pack');
}

/** The same; undefined where there is nothing. */
export async function readPlaceIfThere(
  place: string,
  most: number,
  terms: FetchTerms,
): Promise<Uint8Array | undefined> {
  try {
    return await readPlace(place, most, terms);
  } catch (error) {
    if (error instanceof InstallError && error.code === 'not_found') return undefined;
    throw error;
  }
}
