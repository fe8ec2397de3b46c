import { afterRoot } from '../faults/block-faults.ts';
import { Scanner } from '../scanning/scanner.ts';
import type { TokenKind } from '../scanning/token.ts';
import { FaultFound, type YamlFault } from '../yaml-fault.ts';
import type { YamlNode } from '../yaml-node.ts';
import { NodeParser } from './node-parser.ts';
import { TagHandles } from './tag-handles.ts';

export interface ParsedYaml {
  /** The tree, without cycles; undefined where the structure breaks off, and for a text without a document. */
  readonly root: YamlNode | undefined;
  /** Why the text is refused; empty for an accepted text. */
  readonly faults: readonly YamlFault[];
}

/** Reads the one document of a text from `from` on, which must be the start of a line. */
export function parseDocument(text: string, from: number): ParsedYaml {
  const faults: YamlFault[] = [];
  try {
    return { root: readDocument(new Scanner(text, from), faults), faults };
  } catch (error) {
    if (!(error instanceof FaultFound)) throw error;
    faults.push(error.fault);
    return { root: undefined, faults };
  }
}

function readDocument(scanner: Scanner, faults: YamlFault[]): YamlNode | undefined {
  const at = (...kinds: readonly TokenKind[]) => kinds.includes(scanner.kind);
  if (at('stream-end')) {
    faults.push({ kind: 'empty', span: { start: 0, end: 0 }, message: 'the file holds no YAML document' });
    return undefined;
  }
  const handles = at(...HEADER) ? new TagHandles(scanner, faults) : undefined;
  const hasMarker = at('document-start');
  if (hasMarker) scanner.advance();
  const parser = new NodeParser(scanner, handles, faults);
  const isEmpty = at(...HEADER, 'stream-end') || (hasMarker && at('document-end'));
  const root = isEmpty ? parser.empty() : parser.root();
  while (at('document-end')) scanner.advance();
  if (at('document-start')) faults.push(secondDocument(scanner));
  else if (!at('stream-end')) throw afterRoot(scanner.text, root, scanner.token);
  return root;
}

const HEADER: readonly TokenKind[] = ['yaml-directive', 'tag-directive', 'document-start'];

function secondDocument({ text, token: { start, end } }: Scanner): YamlFault {
  const span = { start, end };
  const isLast = /^---\s*\0$/.test(text.slice(start));
  return {
    kind: 'multiple-documents',
    span,
    message: 'a second document begins here',
    hint: 'keep one document per file',
    ...(isLast ? { fix: { title: 'remove the "---" at the end', span, newText: '' } } : {}),
  };
}
