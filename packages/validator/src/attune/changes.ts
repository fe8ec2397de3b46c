import type { Change } from '../changes/change.ts';
import { added, comparedDocuments, field, removed } from '../changes/compared.ts';
import { fileChanges } from '../changes/file-changes.ts';
import { pairs } from '../changes/pairs.ts';
import { anyChange, textChange } from '../changes/value-changes.ts';
import { componentChanges, type Data, meaningOfNew } from './changes/component-changes.ts';
import { parameterChanges } from './changes/parameter-changes.ts';
import { type AttunePackFiles, allComponents, type Component, nounOf } from './pack.ts';

const TEXTS = new Set([
  'label',
  'description',
  'author',
  'email',
  'license',
  'homepage',
  'tags',
  'meta',
  'metadata',
  'keywords',
  'repository',
  'documentation',
]);

/** What differs between two versions of an automation pack, by what it means for those who let it run. */
export function* changesOf(before: AttunePackFiles, after: AttunePackFiles): Generator<Change> {
  yield* manifestChanges(before, after);
  const all = [allComponents(before), allComponents(after)] as const;
  for (const pair of pairs(...all, nameOf)) {
    const kind = (pair.after ?? pair.before).kind;
    const subject = [pair.name];
    if (pair.before && pair.after) {
      yield* componentChanges(
        comparedDocuments<Data>(subject, documentOf(pair.before), documentOf(pair.after)),
      );
    } else if (pair.after) yield added(subject, sideOf(pair.after), meaningOfNew(kind), 'new');
    else if (pair.before)
      yield removed(
        subject,
        sideOf(pair.before),
        meaningOfNew(kind) === 'wider' ? 'narrower' : 'wider',
        'gone',
      );
  }
  yield* fileChanges(before.tree, after.tree, documentsOf(before, after));
}

function* manifestChanges(before: AttunePackFiles, after: AttunePackFiles): Generator<Change> {
  const pack = comparedDocuments<Data>([], before.manifest as never, after.manifest as never);
  for (const key of [
    ...new Set([...Object.keys(pack.before.value), ...Object.keys(pack.after.value)]),
  ].sort()) {
    const part = field(pack, key);
    if (TEXTS.has(key)) yield* textChange(part, `\`${key}\``);
    else if (key === 'version') yield* anyChange(part, 'the version', 'equal');
    else if (key === 'conf_schema') yield* parameterChanges(part, 'setting');
    else yield* anyChange(part, `\`${key}\``, 'unknown');
  }
}

/** Graphs need not have a ref; their file tells them apart. */
const nameOf = ({ kind, ref, document }: Component): string => `${nounOf(kind)} ${ref || document.file}`;

const documentOf = ({ document }: Component) =>
  document as unknown as { value: Data } & Component['document'];
const sideOf = ({ document }: Component) => ({ value: document.value, document, path: [] });

/** The files that were compared by their meaning. */
function documentsOf(...packs: readonly AttunePackFiles[]): ReadonlySet<string> {
  return new Set(
    packs.flatMap((pack) => [
      pack.manifest.file,
      ...allComponents(pack).map(({ document }) => document.file),
    ]),
  );
}
