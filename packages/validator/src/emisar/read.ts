import type { EmisarActionDocument, EmisarPackDocument } from '@packwright/schema/emisar';
import { firstOf, MOST } from '../diagnostics/limited.ts';
import type { SourceText } from '../source/source-text.ts';
import { type LocatedDocument, readDocument, spellingAt, unreadable } from '../structure/document.ts';
import { yamlDiagnostics } from '../structure/faults.ts';
import { readText } from '../structure/read-text.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { readOnce } from '../tree/read-once.ts';
import { checkDeclaration } from './arguments/check-declaration.ts';
import type { Spelling } from './arguments/declaration-problem.ts';
import { checkOutputSchema } from './output-schema.ts';
import { type ActionFile, actionKind, type EmisarPackFiles, type NamedFile } from './pack.ts';
import { type Reference, resolveReference } from './reference.ts';

/** Every file of the pack that its manifest reaches, read once. */
export function readPack(
  tree: PackTree,
  manifest: LocatedDocument<EmisarPackDocument>,
  sources: Map<string, SourceText>,
): EmisarPackFiles {
  const allowLinks = manifest.value.allow_symlinks === true;
  const named: NamedFile[] = [];
  const actions: ActionFile[] = [];
  const read = new Map<string, LocatedDocument<EmisarActionDocument>>();
  const unread = new Set<LocatedDocument<EmisarActionDocument>>();
  const judged = new Map<LocatedDocument<EmisarActionDocument>, Judged>();
  const files = readOnce(tree);
  const references = new Map<string, Reference>();
  let wrong = 0;
  manifest.value.actions.forEach((authored, index) => {
    // An empty entry is a fault of structure already.
    if (authored === '') return;
    const reference = references.get(authored) ?? resolveReference(files, authored, allowLinks);
    // Such a pack is refused, and no more of its entries are listed.
    if ((!reference.outcome.ok || read.has(reference.file)) && ++wrong > MOST) return;
    references.set(authored, reference);
    named.push({ document: manifest, at: ['actions', index], what: 'action file', reference });
    if (!reference.outcome.ok) return;
    const document = read.get(reference.file) ?? readAction(reference.file, reference.outcome.bytes, sources);
    read.set(reference.file, document);
    // Of a file that is not YAML nothing is known; rules would only speak of stand-ins.
    if (!document.locator) {
      unread.add(document);
      return;
    }
    const action = document.value;
    const facts = judged.get(document) ?? judge(document);
    judged.set(document, facts);
    actions.push({ index, document, action, ...facts });
    if (action.kind !== 'script' || action.execution.script.path === '') return;
    const { path } = action.execution.script;
    const script = references.get(path) ?? resolveReference(files, path, allowLinks);
    references.set(path, script);
    named.push({ document, at: ['execution', 'script', 'path'], what: 'script', reference: script });
  });
  return { tree, manifest, actions, unread: [...unread], named };
}

type Judged = Pick<ActionFile, 'declarations' | 'outputSchema'>;

function judge(document: LocatedDocument<EmisarActionDocument>): Judged {
  const { schema } = document.value.output;
  return {
    declarations: declarationsOf(document),
    outputSchema: schema === undefined ? [] : firstOf(checkOutputSchema(schema)),
  };
}

function declarationsOf(document: LocatedDocument<EmisarActionDocument>): ActionFile['declarations'] {
  return (document.value.args ?? []).flatMap((arg, index) => {
    const spelling: Spelling = (path) => spellingAt(document, ['args', index, ...path]);
    return firstOf(checkDeclaration(arg, spelling)).map((problem) => ({ ...problem, index }));
  });
}

function readAction(
  file: string,
  bytes: Uint8Array,
  sources: Map<string, SourceText>,
): LocatedDocument<EmisarActionDocument> {
  const { source, fault } = readText(bytes);
  sources.set(file, source);
  if (fault) return unreadable(file, actionKind, yamlDiagnostics(file, [fault]));
  return readDocument(file, source, actionKind);
}
