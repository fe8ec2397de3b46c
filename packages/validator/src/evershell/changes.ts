import { type CapabilityChange, compareCapabilities } from '@packwright/capabilities';
import type { Change } from '../changes/change.ts';
import { comparedDocuments, field } from '../changes/compared.ts';
import { isSameBytes } from '../changes/file-changes.ts';
import { pairs } from '../changes/pairs.ts';
import { anyChange, textChange } from '../changes/value-changes.ts';
import type { Location } from '../diagnostics/diagnostic.ts';
import { plain } from '../source/span.ts';
import { spanAt } from '../structure/document.ts';
import type { ContentEntry } from './anatomy/content.ts';
import { BEHAVIOR, MANIFEST } from './anatomy/limits.ts';
import type { EvershellPackFiles } from './pack.ts';

const TEXTS = ['display_name', 'description', 'category', 'suggested_packs'] as const;

/** What differs between two versions of a content pack, by what it means for those who let an agent use it. */
export function* changesOf(before: EvershellPackFiles, after: EvershellPackFiles): Generator<Change> {
  const pack = comparedDocuments([], before.manifest, after.manifest);
  for (const key of TEXTS) yield* textChange(field(pack, key), `\`${key}\``);
  yield* anyChange(field(pack, 'version'), 'the version', 'equal');
  const lists = [before.capabilities.capabilities ?? [], after.capabilities.capabilities ?? []] as const;
  for (const change of compareCapabilities(...lists)) yield capabilityChange(change, before, after);
  yield* contentChanges(before, after);
}

function capabilityChange(
  { capability, meaning, message, at }: CapabilityChange,
  before: EvershellPackFiles,
  after: EvershellPackFiles,
): Change {
  const { manifest } = at.list === 'before' ? before : after;
  const part = at.part === null ? [] : [at.part, ...(at.rule === null ? [] : [at.rule])];
  const path = ['capabilities', at.index, ...part];
  const place: Location = { file: manifest.file, span: plain(spanAt(manifest, path)) };
  return {
    subject: [`capability ${capability}`],
    meaning,
    message,
    before: at.list === 'before' ? place : null,
    after: at.list === 'after' ? place : null,
  };
}

/** Everything an agent reads or runs. What other words or another script lead to, nobody can tell. */
function* contentChanges(before: EvershellPackFiles, after: EvershellPackFiles): Generator<Change> {
  for (const pair of pairs(before.content.entries, after.content.entries, ({ path }) => path)) {
    const { name } = pair;
    if (name === MANIFEST) continue;
    const subject = [name === BEHAVIOR ? 'what the agent is told' : `file ${name}`];
    const place = { file: name, span: { start: 0, end: 0 } };
    if (!pair.before) yield { subject, meaning: 'unknown', message: 'new', before: null, after: place };
    else if (!pair.after) yield { subject, meaning: 'unknown', message: 'gone', before: place, after: null };
    else if (!isSameContent(pair.before, pair.after))
      yield { subject, meaning: 'unknown', message: 'has other content', before: place, after: place };
  }
}

function isSameContent(a: ContentEntry, b: ContentEntry): boolean {
  if (a.kind !== b.kind || a.target !== b.target || a.size !== b.size) return false;
  return a.isMarkedExecutable() === b.isMarkedExecutable() && isSameBytes(a.bytes(), b.bytes());
}
