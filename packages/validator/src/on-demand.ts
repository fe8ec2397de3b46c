// The entry for processes that meet few formats: a format is loaded when the first pack claims it.
import { onceLoaded } from '@packwright/values';
import { claimsManifest as claimsAttune } from './attune/claims.ts';
import { claimAmong, findPack, unpackedAmong } from './claim.ts';
import { claimsManifest as claimsEmisar } from './emisar/claims.ts';
import { claimsManifest as claimsEvershell } from './evershell/claims.ts';
import type { Judge, OpenedPack, OpenOptions } from './format.ts';
import type { PackTree } from './tree/pack-tree.ts';

interface FormatPlace {
  claims(keys: ReadonlySet<string>): boolean;
  load(options: OpenOptions): Promise<Judge>;
}

const places: readonly FormatPlace[] = [
  {
    claims: claimsEmisar,
    load: async ({ verdictOnly, audience }) =>
      verdictOnly && audience === undefined
        ? (await import('./emisar/judge.ts')).verdictJudge
        : (await import('./emisar/format.ts')).emisar,
  },
  { claims: claimsAttune, load: async () => (await import('./attune/format.ts')).attune },
  { claims: claimsEvershell, load: async () => (await import('./evershell/format.ts')).evershell },
];

/** As `open` of the root entry does. The formats that have no say in the pack stay unloaded. */
export async function openOnDemand(given: PackTree, options: OpenOptions = {}): Promise<OpenedPack> {
  const tree = given.archive ? unpackedAmong(await loaded(places, options), given) : given;
  const found = findPack(tree);
  if ('refused' in found) return found.refused;
  const claiming = places.filter(({ claims }) => claims(found.keys));
  const formats = await loaded(claiming.length === 1 ? claiming : places, options);
  const claimed = claimAmong(formats, found);
  if ('refused' in claimed) return claimed.refused;
  return onceLoaded(() => claimed.format.open(tree, claimed.manifest, options));
}

const loaded = (some: readonly FormatPlace[], options: OpenOptions): Promise<readonly Judge[]> =>
  Promise.all(some.map(({ load }) => load(options)));
