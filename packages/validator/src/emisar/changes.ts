import type { EmisarActionDocument } from '@packwright/schema/emisar';
import type { Change } from '../changes/change.ts';
import { added, type Compared, changed, comparedDocuments, field, removed } from '../changes/compared.ts';
import { isSameBytes } from '../changes/file-changes.ts';
import { pairs } from '../changes/pairs.ts';
import { anyChange, flagChange, listChange, textChange } from '../changes/value-changes.ts';
import { argumentChanges } from './changes/argument-changes.ts';
import { executionChanges } from './changes/execution-changes.ts';
import { outputChanges } from './changes/output-changes.ts';
import type { ActionFile, EmisarPackFiles } from './pack.ts';

const TIERS = ['low', 'medium', 'high', 'critical'];

/** What differs between two versions of an action pack, by what it means for those who let it run. */
export function* changesOf(before: EmisarPackFiles, after: EmisarPackFiles): Generator<Change> {
  const pack = comparedDocuments([], before.manifest, after.manifest);
  for (const key of ['name', 'description', 'vendor', 'homepage'] as const)
    yield* textChange(field(pack, key), `\`${key}\``);
  yield* anyChange(field(pack, 'version'), 'the version', 'equal');
  yield* anyChange(field(pack, 'setup'), '`setup`', 'unknown');
  const requires = field(pack, 'requires');
  yield* listChange(field(requires, 'os'), 'the list of systems', 'grants');
  yield* listChange(field(requires, 'binaries'), 'the list of needed programs', 'grants');
  yield* flagChange(field(pack, 'allow_symlinks'), 'following links', 'wider');
  yield* actionChanges(before, after);
  yield* scriptChanges(before, after);
}

function* actionChanges(before: EmisarPackFiles, after: EmisarPackFiles): Generator<Change> {
  for (const pair of pairs(before.actions, after.actions, ({ action }) => action.id)) {
    const subject = [`action ${pair.name}`];
    if (pair.before && pair.after) {
      yield* actionChange(comparedDocuments(subject, pair.before.document, pair.after.document));
    } else if (pair.after) {
      const { action } = pair.after;
      yield added(subject, sideOf(pair.after), 'wider', `new, of ${action.risk} risk`);
    } else if (pair.before) yield removed(subject, sideOf(pair.before), 'narrower', 'gone');
  }
}

const sideOf = ({ document }: ActionFile) => ({ value: document.value, document, path: [] });

function* actionChange(action: Compared<EmisarActionDocument>): Generator<Change> {
  yield* riskChange(field(action, 'risk'));
  yield* anyChange(field(action, 'kind'), 'its kind', 'unknown');
  yield* argumentChanges(field(action, 'args'));
  yield* executionChanges(field(action, 'execution') as Compared<EmisarActionDocument['execution']>);
  yield* outputChanges(field(action, 'output') as Compared<EmisarActionDocument['output']>);
  yield* anyChange(field(action, 'side_effects'), 'what it says it changes', 'unknown');
  for (const key of ['title', 'summary', 'description', 'search_terms', 'examples'] as const)
    yield* textChange(field(action, key), `\`${key}\``);
}

/** A lower risk passes policies that a higher one does not. */
function* riskChange(risk: Compared<string | undefined>): Generator<Change> {
  const [was, is] = [risk.before.value ?? '', risk.after.value ?? ''];
  if (was === is) return;
  const isLower = TIERS.indexOf(is) < TIERS.indexOf(was);
  yield changed(risk, isLower ? 'wider' : 'narrower', `its risk was ${was}, is ${is}`);
}

/** The bytes of scripts that keep their path, once for all actions that share one. Nobody reads scripts here. */
function* scriptChanges(before: EmisarPackFiles, after: EmisarPackFiles): Generator<Change> {
  const users = new Map<string, string[]>();
  for (const pair of pairs(before.actions, after.actions, ({ action }) => action.id)) {
    const [old, fresh] = [scriptOf(before, pair.before), scriptOf(after, pair.after)];
    if (!old || !fresh || isSameBytes(old.bytes, fresh.bytes)) continue;
    users.set(fresh.file, [...(users.get(fresh.file) ?? []), pair.name]);
  }
  for (const [file, [first = '', ...others]] of users) {
    const place = { file, span: { start: 0, end: 0 } };
    const message =
      others.length === 0
        ? `the script ${file} has other content`
        : `has other content; ${others.length + 1} actions run it`;
    const subject = [others.length === 0 ? `action ${first}` : `script ${file}`];
    yield { subject, meaning: 'unknown', message, before: place, after: place };
  }
}

function scriptOf({ named }: EmisarPackFiles, action: ActionFile | undefined) {
  const script = named.find((each) => each.what === 'script' && each.document === action?.document);
  return script?.reference.outcome.ok
    ? { file: script.reference.file, bytes: script.reference.outcome.bytes }
    : undefined;
}
