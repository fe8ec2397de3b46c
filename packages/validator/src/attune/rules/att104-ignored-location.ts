import { closest } from '@packwright/values';
import { type PackTree, TreeReadError } from '../../tree/pack-tree.ts';
import type { AttunePackFiles } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';
import { COMPONENT_DIRECTORIES, LIMITS } from '../scan.ts';

/** Spec 1.1. */
export const att104: AttuneRule = {
  code: 'ATT104',
  name: 'ignored-location',
  severity: 'warning',
  summary: 'A YAML file looks like part of the pack and stands where the loader does not look.',
  why: 'The loader reads the files directly inside the directories of components; this one changes nothing.',
  upstream: ['metadata.ignored_location'],
  *check(pack) {
    for (const file of pack.scan.otherYaml) {
      const hint = hintFor(pack, file);
      if (hint === undefined) continue;
      const nowhere = { start: 0, end: 0 };
      yield { file, span: nowhere, message: 'the loader does not read this file', hint };
    }
  },
};

/** What to do about a file that was meant for the loader; undefined for one that was not. */
function hintFor(pack: AttunePackFiles, file: string): string | undefined {
  const [first = '', ...rest] = file.split('/');
  if (first.startsWith('.')) return undefined;
  if (rest.length === 0) {
    if (/^pack\.ya?ml$/i.test(file)) return 'the manifest is pack.yaml';
    if (!/^config\.schema\.ya?ml$/.test(file)) return placeFor(pack, file);
    return pack.profile === 'seed' ? undefined : 'write the schema under `conf_schema` in pack.yaml';
  }
  if (Object.hasOwn(COMPONENT_DIRECTORIES, first)) return `move it up into ${first}/`;
  const meant = closest(first, Object.keys(COMPONENT_DIRECTORIES));
  return meant === undefined ? undefined : `move it to ${meant}/`;
}

/** Where a file beside the manifest belongs that says by its ref that it is a component of this pack. */
function placeFor({ tree, ref }: AttunePackFiles, file: string): string | undefined {
  const text = textAt(tree, file);
  const [, own] = /^ref:[ \t]+["']?([a-z][a-z0-9_-]*)\./m.exec(text) ?? [];
  if (own !== ref) return undefined;
  const program = /^(?:entry_point|workflow_file|runner_type):/m.test(text);
  const isSensor = /^trigger_types:/m.test(text);
  if (program) return `move it into ${isSensor ? 'sensors' : 'actions'}/`;
  return 'move it into the directory of what it is, such as rules/ or triggers/';
}

function textAt(tree: PackTree, file: string): string {
  const entry = tree.entry(file);
  if (entry?.kind !== 'file' || entry.size > LIMITS.fileBytes) return '';
  try {
    return new TextDecoder().decode(entry.bytes());
  } catch (error) {
    // Reading all files for the checksum says so.
    if (error instanceof TreeReadError) return '';
    throw error;
  }
}
