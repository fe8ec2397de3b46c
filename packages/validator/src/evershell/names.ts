import type { ClaimedName } from '../format.ts';
import { plain } from '../source/span.ts';
import { spanAt } from '../structure/document.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { EvershellPackFiles } from './pack.ts';

/** Found only among packs that are judged together. */
export const evs001: RuleInfo = {
  code: 'EVS001',
  name: 'pack-name-twice',
  severity: 'error',
  summary: 'Two packs that are attached together have one name.',
  why: 'Packs are mounted by their names, so the second has no place; a role with both is not saved.',
  upstream: ['pack_name_conflict'],
};

/** The name of a pack, which may be claimed once. */
export function namesOf({ manifest }: EvershellPackFiles): ClaimedName[] {
  const { name } = manifest.value;
  if (name === '') return [];
  const at = { file: manifest.file, span: plain(spanAt(manifest, ['name'])) };
  return [{ what: 'pack name', name, at, code: evs001.code }];
}
