import { existsSync } from 'node:fs';
import { packPlace } from '@packwright/installer/host';
import type { Io } from '../io.ts';
import { hostOf } from './host.ts';

/** Where the pack with an id is installed; undefined where it is not, or where nothing says where packs are. */
export async function installedPlace(id: string, io: Io): Promise<string | undefined> {
  const host = await hostOf({}, io);
  if (host.settings.packs_dir === undefined) return undefined;
  const place = packPlace(host.store(), id);
  return existsSync(place) ? place : undefined;
}
