import { closest } from '@packwright/values';
import { atValue, type Finding, replaceValue } from '../structure/finding.ts';
import { type AttunePackFiles, nounOf } from './pack.ts';
import { type Reference, referencesOf } from './references.ts';

/** References into the pack itself that name nothing, from graphs in the old place or from everything else. */
export function* missingTargets(pack: AttunePackFiles, from: 'old-graphs' | 'others'): Generator<Finding> {
  if (pack.ref === '') return;
  const oldGraphs = new Set(
    pack.components.workflow.filter(({ isLegacy }) => isLegacy).map(({ document }) => document.file),
  );
  for (const reference of referencesOf(pack)) {
    const { document, kind, ref } = reference;
    if (oldGraphs.has(document.file) !== (from === 'old-graphs')) continue;
    if (!ref.startsWith(`${pack.ref}.`) || mayBeUnread(pack, kind, ref)) continue;
    const known = pack.components[kind].map((component) => component.ref);
    if (!known.includes(ref)) yield missing(reference, known);
  }
}

function missing({ document, path, kind, ref }: Reference, known: readonly string[]): Finding {
  const meant = closest(ref, known);
  return atValue(document, path, {
    message: `the pack has no ${nounOf(kind)} "${ref}"`,
    hint: meant ? `did you mean "${meant}"?` : `add the ${nounOf(kind)}, or name another`,
    ...(meant ? { fix: replaceValue(document, path, meant, `replace with ${meant}`) } : {}),
  });
}

/**
 * Whether one of the kind could not be read, or not its ref, so that it may be the one. A file that cannot be read is
 * another where it writes a ref of which the name is no part.
 */
function mayBeUnread(
  { components, unread }: AttunePackFiles,
  kind: keyof AttunePackFiles['components'],
  ref: string,
): boolean {
  const name = ref.slice(ref.indexOf('.') + 1);
  const isOther = (text: string) => /^ref: *["']?\w/m.test(text) && !text.includes(name);
  return (
    unread.some((file) => file.kind === kind && !isOther(file.document.text)) ||
    components[kind].some((component) => !component.ref.includes('.'))
  );
}
