import { topLevelKeys } from '../../recognise.ts';
import { decodeText } from '../../source/index.ts';
import { atKey } from '../../structure/finding.ts';
import { filesBeside } from '../../tree/files-beside.ts';
import { lookup } from '../../tree/lookup.ts';
import { type PackTree, TreeReadError } from '../../tree/pack-tree.ts';
import { meantFiles } from '../missing-files.ts';
import type { EmisarRule } from '../rule.ts';

/** specs/emisar 10.4. */
export const emi102: EmisarRule = {
  code: 'EMI102',
  name: 'action-not-listed',
  severity: 'warning',
  summary: 'An action file lies in the pack but is not listed under `actions`.',
  why: 'It is never read, hashed or shipped. The author of the file would look for the action in vain.',
  *check(pack) {
    const { tree, manifest, named } = pack;
    // A file that a missing one was meant to be is the matter of EMI012.
    const listed = new Set([...named.map(({ reference }) => reference.file), ...meantFiles(pack).values()]);
    const beside = new Set(
      named.filter(({ what }) => what === 'action file').map(({ reference }) => reference.file),
    );
    const directories = new Map([...beside].map((file) => [file.slice(0, file.lastIndexOf('/') + 1), file]));
    for (const example of directories.values()) {
      for (const file of filesBeside(tree, example)) {
        if (listed.has(file) || !/\.ya?ml$/.test(file) || !isAction(tree, file)) continue;
        yield atKey(manifest, ['actions'], {
          message: `the action file "${file}" is not listed`,
          hint: `add "- ${file}", or remove the file`,
        });
      }
    }
  },
};

function isAction(tree: PackTree, file: string): boolean {
  const { found } = lookup(tree, file);
  const bytes = found.kind === 'file' ? readable(found.bytes) : undefined;
  const text = bytes && decodeText(bytes);
  if (!text?.ok) return false;
  const keys = topLevelKeys(text.text);
  return keys.has('kind') && keys.has('execution');
}

/** A file that nothing lists may well be closed to who runs this. */
function readable(bytes: () => Uint8Array): Uint8Array | undefined {
  try {
    return bytes();
  } catch (error) {
    if (error instanceof TreeReadError) return undefined;
    throw error;
  }
}
