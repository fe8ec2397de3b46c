import { removeEnvironment } from '@packwright/engine/attune';
import { type Host, InstallError } from '@packwright/installer/host';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { buildEnvironments } from '../env/build-environments.ts';
import { chosenPack, installedPacks } from '../env/chosen-packs.ts';
import { lockPackages } from '../env/lock-packages.ts';
import { type StandingEnvironment, standingEnvironments } from '../env/standing-environments.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags, jsonFlag } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { installedId, NAME_OR_PATH } from '../packs/operand.ts';
import { UsageError } from '../usage-error.ts';
import { withCancel } from '../with-cancel.ts';

const TASKS = ['lock', 'build', 'list', 'remove'];

/** `packwright env`. */
export const command = defineCommand({
  usage: 'env lock [NAME|PATH] | env build [NAME|PATH] | env list | env remove NAME',
  about: [
    'Pins and installs the packages that packs ask for, apart from the packs and from the machine.',
    'lock resolves what a pack asks for and shows it; --write keeps it in a pack at a path, or beside an installed one until it is trusted with it.',
    'build installs what the locks of trusted packs pin, by hash and without running anything of it, and builds anew what is damaged; without PACK for every installed pack.',
    'list shows what was built, and what of it is damaged; remove takes away what belongs to a pack, or with --unused what no installed pack starts in.',
    NAME_OR_PATH,
    '',
    'Exit code: 0 done, 1 refused, 2 wrong usage.',
  ],
  flags: {
    write: { type: 'boolean', describe: 'keep the lock' },
    unused: { type: 'boolean', describe: 'remove what no installed pack starts in' },
    ...hostFlags,
    ...jsonFlag,
  },
  operands: { least: 1, most: 2 },
  examples: [
    ['packwright env lock ./my-pack --write', 'pin the packages of a pack that you write'],
    ['packwright env build', 'install what installed packs need'],
  ],
  run: ({ flags, operands: [task = '', name] }, io) =>
    orRefusal('env', io, async () => {
      const host = await hostOf(flags, io);
      switch (task) {
        case 'lock': {
          const chosen = await chosenPack(name ?? '.', host, io);
          await withCancel((signal) => lockPackages(chosen, flags.write, host, io, signal));
          return exitCode.ok;
        }
        case 'build': {
          const packs = name === undefined ? await installedPacks(host) : [await chosenPack(name, host, io)];
          const isWhole = await withCancel((signal) => buildEnvironments(packs, host, io, signal));
          return isWhole ? exitCode.ok : exitCode.findings;
        }
        case 'list':
          return list(host, flags.json, io);
        case 'remove':
          return remove(name, flags.unused, host, io);
        default: {
          const misspelling = { word: task, among: TASKS };
          throw new UsageError(
            `"${task}" is nothing to do with environments`,
            'write lock, build, list or remove',
            misspelling,
          );
        }
      }
    }),
});

async function list(host: Host, isJson: boolean, io: Io): Promise<number> {
  const environments = await standingEnvironments(host);
  const lines = environments.map(lineOf);
  await io.stdout.write(isJson ? `${JSON.stringify(environments, null, 2)}\n` : lines.join(''));
  return exitCode.ok;
}

function lineOf({ packRef, isUsed, place, damage }: StandingEnvironment): string {
  const line = `${visible(packRef)}  ${isUsed ? 'used' : 'unused'}  ${visible(place)}\n`;
  if (damage === null) return line;
  const remedy = isUsed
    ? '`packwright env build` builds it anew'
    : '`packwright env remove --unused` takes it away';
  return `${line}  damaged, ${visible(damage)}: ${remedy}\n`;
}

async function remove(name: string | undefined, isUnused: boolean, host: Host, io: Io): Promise<number> {
  if ((name === undefined) === !isUnused) {
    throw new UsageError('say which environments are meant', 'name the pack, or write --unused');
  }
  const id = name === undefined ? undefined : installedId(name);
  const environments = await standingEnvironments(host);
  const chosen = environments.filter(({ packRef, isUsed }) => (isUnused ? !isUsed : packRef === id));
  if (name !== undefined && chosen.length === 0) {
    const message = `${name} has no environment`;
    throw new InstallError('not_found', message, '`packwright env list` shows what there is');
  }
  for (const environment of chosen) {
    await removeEnvironment(environment);
    await io.stdout.write(`removed ${visible(environment.place)}\n`);
  }
  return exitCode.ok;
}
