import { closest } from '@packwright/values';
import type { AttunePackFiles } from '../pack.ts';
import type { AttuneRule } from '../rule.ts';
import { COMPONENT_DIRECTORIES } from '../scan.ts';

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
function hintFor({ profile }: AttunePackFiles, file: string): string | undefined {
  const [first = '', ...rest] = file.split('/');
  if (first.startsWith('.')) return undefined;
  if (rest.length === 0) {
    if (/^pack\.ya?ml$/i.test(file)) return 'the manifest is pack.yaml';
    if (!/^config\.schema\.ya?ml$/.test(file) || profile === 'seed') return undefined;
    return 'write the schema under `conf_schema` in pack.yaml';
  }
  if (Object.hasOwn(COMPONENT_DIRECTORIES, first)) return `move it up into ${first}/`;
  const meant = closest(first, Object.keys(COMPONENT_DIRECTORIES));
  return meant === undefined ? undefined : `move it to ${meant}/`;
}
