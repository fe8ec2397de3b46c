import type { Manifest, PackScript } from '../format.ts';
import { decodeText } from '../source/index.ts';
import { SourceText } from '../source/source-text.ts';
import { readDocument, spanAt } from '../structure/document.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { type ActionFile, type EmisarPackFiles, manifestKind } from './pack.ts';
import { readPack } from './read.ts';
import { baseName, shellProgramOf } from './risk-floor/command.ts';

/** The packaged scripts and the literal `sh -c` programs of a pack, each once. */
export function packScripts(
  tree: PackTree,
  { file, source }: Pick<Manifest, 'file' | 'source'>,
): PackScript[] {
  const pack = readPack(tree, readDocument(file, source, manifestKind), new Map());
  const inline = pack.actions.flatMap((action) => inlineScript(action) ?? []);
  return [...packagedScripts(pack), ...inline];
}

function packagedScripts({ actions, named }: EmisarPackFiles): PackScript[] {
  const references = new Map(
    named.filter(({ what }) => what === 'script').map((found) => [found.document, found.reference]),
  );
  const scripts = new Map<string, PackScript>();
  for (const { document, action } of actions) {
    const reference = references.get(document);
    if (action.kind !== 'script' || !reference?.outcome.ok) continue;
    const interpreter = baseName(action.execution.script.interpreter || '/bin/sh');
    const { file, outcome } = reference;
    const key = `${interpreter}\0${file}`;
    if (!scripts.has(key)) {
      const { bytes } = outcome;
      scripts.set(key, { interpreter, bytes, file, text: textOf(bytes), at: 1 });
    }
  }
  return [...scripts.values()];
}

function textOf(bytes: Uint8Array): SourceText {
  const decoded = decodeText(bytes);
  return new SourceText(decoded.ok ? decoded.text : '');
}

/** The program text of `sh -c`; one with a template block in it is no program before it is filled in. */
function inlineScript({ document, action }: ActionFile): PackScript | undefined {
  const program = shellProgramOf(action);
  if (!program || program.text.includes('{{')) return undefined;
  const path = ['execution', 'command', 'argv', program.index];
  const node = document.locator?.node(path);
  const { start, end } = spanAt(document, path);
  const text = new SourceText(document.text);
  // The lines of a literal block are those of the program, behind the line with the `|`.
  const isLiteral = node?.kind === 'scalar' && node.style === 'literal';
  return {
    interpreter: program.shell,
    bytes: new TextEncoder().encode(program.text),
    file: document.file,
    text,
    at: isLiteral ? text.position(start).line + 1 : { start, end },
  };
}
