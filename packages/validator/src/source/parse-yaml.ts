import { Parser } from './parser.ts';
import { FaultFound, type YamlFault } from './yaml-fault.ts';
import type { YamlNode } from './yaml-node.ts';

export interface ParsedYaml {
  /** The tree as far as it is whole: undefined after a syntax fault, and for a text without a document. */
  readonly root: YamlNode | undefined;
  /** Why the text is refused, first to last; empty for an accepted text. */
  readonly faults: readonly YamlFault[];
}

const CONTROL = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ufffd]/;

/** Reads the one document of a text as the reference loaders' YAML library does. Never throws. */
export function parseYaml(text: string): ParsedYaml {
  const control = text.search(CONTROL);
  if (control >= 0) return { root: undefined, faults: [controlCharacter(text, control)] };
  let parser: Parser | undefined;
  try {
    parser = new Parser(text);
    const root = parser.document();
    return { root, faults: parser.faults };
  } catch (error) {
    if (!(error instanceof FaultFound)) throw error;
    return { root: undefined, faults: [...(parser?.faults ?? []), error.fault] };
  }
}

function controlCharacter(text: string, at: number): YamlFault {
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return {
    kind: 'control-character',
    span: { start: at, end: at + 1 },
    message: `the control character U+${code} stands in the text`,
    hint: 'remove it, or write it as an escape in double quotes',
  };
}
