import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EnvironmentNeed, environmentsOf, proposeLock, resolveLock } from '@packwright/engine/attune';
import { type Host, InstallError } from '@packwright/installer/host';
import { visible } from '@packwright/validator/render';
import type { Io } from '../io.ts';
import type { ChosenPack } from './chosen-packs.ts';

/** Shows what pins every package that a pack asks for, and keeps it where that is wished. */
export async function lockPackages(
  { pack, isInstalled }: ChosenPack,
  isKept: boolean,
  host: Host,
  io: Io,
  signal: AbortSignal,
): Promise<void> {
  const needs = environmentsOf(pack);
  if (needs.length === 0) await io.stderr.write(`${visible(pack.id)} asks for no packages\n`);
  for (const need of needs) {
    if (need.asked === null) throw nothingAsked(pack.id, need);
    if (isKept && isInstalled && need.lock) throw ownLock(pack.id, need.lock.file);
    const { scratch: scratchDirectory, sources } = host;
    const lock = await resolveLock(need.kind, need.asked, { scratchDirectory, sources, signal });
    if (!lock.ok) {
      const message = `nothing fits "${need.manifest}" of ${pack.id}: ${lock.message}`;
      throw new InstallError(
        'environment_failed',
        message,
        'see `environments` of packwright.yaml for where packages come from',
      );
    }
    await io.stdout.write(lock.text);
    if (!isKept) continue;
    if (isInstalled) {
      const hash = proposeLock(host.locks, pack.digest, need, lock.text);
      const line = `packwright trust ${pack.id} ${pack.digest} --lock ${hash}`;
      await io.stderr.write(`kept beside the pack; review it, then \`${visible(line)}\`\n`);
    } else {
      writeFileSync(join(pack.directory, lock.file), lock.text);
      await io.stderr.write(`wrote ${lock.file} into the pack, whose digest covers it\n`);
    }
  }
}

const nothingAsked = (id: string, { manifest }: EnvironmentNeed) =>
  new InstallError(
    'not_found',
    `${id} has "${manifest}", and nothing that says what it pins`,
    'write requirements.txt',
  );

const ownLock = (id: string, file: string) =>
  new InstallError(
    'already_installed',
    `${id} brings "${file}", which its digest covers`,
    'its author has to change it, in another version of the pack',
  );
