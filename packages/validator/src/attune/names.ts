import type { ClaimedName, ForeignReference } from '../format.ts';
import { plain } from '../source/span.ts';
import { spanAt } from '../structure/document.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import { type AttunePackFiles, allComponents, nounOf } from './pack.ts';
import { referencesOf } from './references.ts';

/** Found only among packs that are judged together. */
export const att002: RuleInfo = {
  code: 'ATT002',
  name: 'pack-ref-twice',
  severity: 'error',
  summary: 'Two packs that are loaded together have one ref.',
  why: 'A platform keeps one pack per ref; installing the second replaces the first.',
};

/** Found only among packs that are judged together. */
export const att127: RuleInfo = {
  code: 'ATT127',
  name: 'foreign-target-missing',
  severity: 'warning',
  summary: 'A reference names a component that another of the given packs does not have.',
  why: 'A rule whose trigger or action is unknown is skipped, and a workflow task fails when it is reached.',
};

const PACK = 'pack ref';

/** The refs of a pack and of its components; only that of the pack may be claimed once. */
export function namesOf(pack: AttunePackFiles): ClaimedName[] {
  if (pack.ref === '') return [];
  const { manifest } = pack;
  const at = { file: manifest.file, span: plain(spanAt(manifest, ['ref'])) };
  const components = allComponents(pack)
    .filter(({ ref }) => ref !== '')
    .map(({ kind, ref, document }) => ({
      what: nounOf(kind),
      name: ref,
      at: { file: document.file, span: plain(spanAt(document, ['ref'])) },
    }));
  return [{ what: PACK, name: pack.ref, at, code: att002.code }, ...components];
}

/** What a pack names of other packs. */
export function foreignReferencesOf(pack: AttunePackFiles): ForeignReference[] {
  if (pack.ref === '') return [];
  return [...referencesOf(pack)].flatMap(({ document, path, kind, ref }) => {
    const owner = ref.slice(0, Math.max(ref.indexOf('.'), 0));
    if (owner === '' || owner === pack.ref) return [];
    const at = { file: document.file, span: plain(spanAt(document, path)) };
    return { owner: { what: PACK, name: owner }, what: nounOf(kind), name: ref, at, code: att127.code };
  });
}
