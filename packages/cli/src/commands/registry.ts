import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildRegistry, type CatalogEntry, verifyRegistry } from '@packwright/installer/node';
import { count, visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { hostFlags } from '../host/flags.ts';
import { hostOf } from '../host/host.ts';
import { orRefusal } from '../host/refusal.ts';
import type { Io } from '../io.ts';
import { findPacks } from '../packs/find-packs.ts';
import { readOne } from '../packs/open-one.ts';
import { UsageError } from '../usage-error.ts';

/** `packwright registry`. */
export const command = defineCommand({
  usage: 'registry build OUT PATH... | registry verify PLACE',
  about: [
    'Builds the tree of a static registry from packs: any web server can offer it, and runners read it.',
    'The catalog is written last. With --previous, versions that are published keep their bytes and stay available.',
    'Or verifies one: fetches and hashes every release that it names.',
    '',
    'Exit code: 0 done, 1 refused or a release is not what the catalog says, 2 wrong usage.',
  ],
  flags: {
    previous: { type: 'string', value: 'FILE', describe: 'the catalog.json that is published now' },
    'base-url': {
      type: 'string',
      value: 'URL',
      describe: 'put before the path of each tarball (default: paths)',
    },
    config: hostFlags.config,
  },
  operands: { least: 2, most: Number.POSITIVE_INFINITY },
  examples: [
    ['packwright registry build public packs', 'a tree in public/'],
    ['packwright registry verify public', 'every release of it'],
  ],
  run: ({ flags, operands: [task, place = '', ...paths] }, io) =>
    orRefusal('registry', io, async () => {
      if (task === 'verify') return verify(place, flags, io);
      if (task !== 'build') {
        throw new UsageError(`"${task}" is nothing to do with a registry`, 'write build or verify', {
          word: task ?? '',
          among: ['build', 'verify'],
        });
      }
      if (paths.length === 0) throw new UsageError('an argument is missing', 'name the packs to publish');
      const packs = [];
      for (const { path } of findPacks(paths, io.cwd)) {
        const { opened, tree } = await readOne(path, io);
        if (tree) packs.push({ opened, tree });
      }
      const previous = flags.previous === undefined ? [] : catalogIn(resolve(io.cwd, flags.previous));
      const base = flags['base-url'] ?? '';
      const baseUrl = base === '' || base.endsWith('/') ? base : `${base}/`;
      const { files, manifest } = await buildRegistry(packs, { baseUrl, previous });
      const out = resolve(io.cwd, place);
      for (const [path, bytes] of [...files, ['manifest.json', manifest] as const]) write(out, path, bytes);
      await io.stdout.write(`${count(packs.length, 'pack')} in ${place}\n`);
      return exitCode.ok;
    }),
});

function write(out: string, path: string, bytes: Uint8Array): void {
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

function catalogIn(file: string): readonly CatalogEntry[] {
  if (!existsSync(file)) throw new UsageError(`"${file}" does not exist`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { packs: readonly CatalogEntry[] }).packs;
}

async function verify(
  place: string,
  flags: { readonly config?: string | undefined },
  io: Io,
): Promise<number> {
  const { terms } = await hostOf(flags, io);
  const { releases, faults } = await verifyRegistry(place, terms);
  for (const { id, version, message } of faults) {
    await io.stdout.write(`${visible(`${id} ${version}: ${message}`)}\n`);
  }
  await io.stdout.write(`${count(releases, 'release')}, ${count(faults.length, 'fault')}\n`);
  return faults.length > 0 ? exitCode.findings : exitCode.ok;
}
