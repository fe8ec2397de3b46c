import { resolve } from 'node:path';
import { buildImage, ImageError } from '@packwright/image';
import { LayoutError, writeLayout } from '@packwright/image/node';
import { imageInput } from '@packwright/validator';
import { nodeSha256 } from '@packwright/validator/node';
import { visible } from '@packwright/validator/render';
import { defineCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { MachineError } from '../machine-error.ts';
import { findPacks } from '../packs/find-packs.ts';
import { namedReport } from '../packs/named-report.ts';
import { openPack, type ReadPack } from '../packs/open-pack.ts';
import { UsageError } from '../usage-error.ts';

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** `packwright pack`. */
export const command = defineCommand({
  usage: 'pack build PATH -o DIR',
  about: [
    'Builds one OCI image from a pack of any format and writes it as a layout directory, whole or not at all.',
    'The same content gives the same digest on every machine. Prints the digest of the image.',
    '',
    'Exit code: 0 built, 1 the pack is refused, 2 wrong usage, or DIR exists or cannot be written.',
  ],
  flags: {
    out: {
      type: 'string',
      short: 'o',
      value: 'DIR',
      describe: 'the layout directory to make; it may not exist yet',
    },
    tag: {
      type: 'string',
      value: 'TAG',
      describe: 'the name in the layout (default: the version, `+` as `_`)',
    },
  },
  operands: { least: 2, most: 2 },
  examples: [
    ['packwright pack build packs/board -o layout', 'an image of the pack'],
    ['skopeo copy --preserve-digests oci:layout:1.0.0 docker://registry.example/board:1.0.0', 'publish it'],
  ],
  async run({ flags, operands: [action = '', operand = ''] }, io) {
    if (action !== 'build') {
      throw new UsageError(`"${action}" is nothing that pack does`, 'write pack build', {
        word: action,
        among: ['build'],
      });
    }
    if (flags.out === undefined) throw new UsageError('there is no directory to write to', 'add -o layout');
    const [pack, ...others] = findPacks([operand], io.cwd);
    if (!pack || others.length > 0)
      throw new UsageError(`"${operand}" holds several packs`, 'name one of them');
    const read = await openPack(pack);
    const input = read.tree && imageInput(read.tree, read.opened);
    await report(read, io);
    if (!input) return exitCode.findings;
    const tag = tagOf(flags.tag, input.version);
    try {
      const image = buildImage(input, nodeSha256);
      await writeLayout(resolve(io.cwd, flags.out), image, tag);
      await io.stdout.write(`${image.digest}\n`);
    } catch (error) {
      throw machineError(error);
    }
    await tellStripped(read, io);
    return exitCode.ok;
  },
});

function tagOf(given: string | undefined, version: string): string {
  const tag = given ?? version.replaceAll('+', '_');
  if (TAG.test(tag)) return tag;
  const hint = 'letters, digits, `_`, `.` and `-`, at most 128 of them';
  throw new UsageError(`"${tag}" cannot be a tag`, given === undefined ? 'add --tag=NAME' : hint);
}

/** Errors and warnings; nothing where there are none. */
async function report({ path, opened }: ReadPack, io: Io): Promise<void> {
  if (opened.diagnostics.length === 0) return;
  await io.stderr.write(namedReport([{ path, opened }], io));
}

async function tellStripped({ opened }: ReadPack, io: Io): Promise<void> {
  for (const path of opened.view?.content?.stripped ?? [])
    await io.stderr.write(`left out: ${visible(path)}\n`);
}

function machineError(error: unknown): unknown {
  if (error instanceof LayoutError || error instanceof ImageError)
    return new MachineError(error.code, error.message, error);
  return error;
}
