// The one rule for what an operand names, as docs/operating/packs.md states it ("Names and paths"):
// what starts with `.` or holds a `/` is a path, and anything else a bare name. Commands that judge or change what an
// author writes take paths alone, so a bare name is a path there too. Commands that change what a host runs take names
// alone. Where both may be meant, the installed pack comes first, since it is what runs.
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Host } from '@packwright/installer/host';
import { shownPlace } from '@packwright/validator/node';
import type { HostFlags } from '../host/host.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** What help says of an operand that may be either. */
export const NAME_OR_PATH =
  'A bare NAME is the installed pack of that id, and a path where none is installed; ./NAME is always a path.';

/** Whether an operand can only be a path. */
export const isPath = (operand: string): boolean => operand.startsWith('.') || operand.includes('/');

/** An operand that is to be the id of an installed pack. Throws a `UsageError` for a path. */
export function installedId(operand: string): string {
  if (!isPath(operand)) return operand;
  throw new UsageError(
    `"${operand}" is a path, and this command takes the ids of installed packs`,
    '`packwright list` shows them',
  );
}

/** The path to open for an operand that may be either: the place of an installed pack, or the operand. */
export async function placeNamed(operand: string, flags: HostFlags, io: Io): Promise<string> {
  if (isPath(operand)) return operand;
  // Most paths are told without the settings of the host.
  const { hostOf } = await import('../host/host.ts');
  return (await installedPlace(operand, await hostOf(flags, io), io)) ?? operand;
}

/** Says that a bare name was taken as the path here, where a registry may have a pack of that name. */
export async function tellPathTaken(operand: string, { terms }: Host, io: Io): Promise<void> {
  if (isPath(operand) || terms.registry === undefined) return;
  await io.stderr.write(
    `"${operand}" is what is here, ./${operand}; ${operand}=VERSION is one of the registry\n`,
  );
}

/**
 * The absolute place of the installed pack that an operand names; undefined where it is a path or nothing of that id is
 * installed. Says on standard error that the pack was taken where the operand is a path here as well.
 */
export async function installedPlace(operand: string, host: Host, io: Io): Promise<string | undefined> {
  if (isPath(operand) || host.settings.packs_dir === undefined) return undefined;
  const place = join(host.store().packs, operand);
  if (!existsSync(place)) return undefined;
  const here = resolve(io.cwd, operand);
  if (existsSync(here) && realpathSync(here) !== realpathSync(place)) {
    const shown = shownPlace(place, io.cwd);
    await io.stderr.write(`"${operand}" is the installed pack, ${shown}; ./${operand} is the one here\n`);
  }
  return place;
}
