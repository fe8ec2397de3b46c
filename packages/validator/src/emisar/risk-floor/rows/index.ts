import type { ProgramRows } from '../floor-row.ts';
import { clouds } from './clouds.ts';
import { containers } from './containers.ts';
import { datastores } from './datastores.ts';
import { hosts } from './hosts.ts';
import { network } from './network.ts';
import { packages } from './packages.ts';
import { servers } from './servers.ts';
import { sql } from './sql.ts';
import { storage } from './storage.ts';

/** The whole table. A program may stand in it more than once. */
export const floorTable: readonly ProgramRows[] = [
  ...hosts,
  ...packages,
  ...storage,
  ...network,
  ...containers,
  ...clouds,
  ...datastores,
  ...sql,
  ...servers,
];
