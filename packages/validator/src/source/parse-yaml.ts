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

/**
 * Reads the one document of a text as the reference loaders' YAML library does. Never throws. After a syntax fault it
 * reads on at the next key that stands at the start of a line, so independent faults are reported together.
 */
export function parseYaml(text: string): ParsedYaml {
  const control = text.search(CONTROL);
  if (control >= 0) return { root: undefined, faults: [controlCharacter(text, control)] };
  const parsed = parseFrom(text, 0);
  const first = parsed.faults.at(-1);
  if (parsed.root || first?.kind !== 'syntax') return parsed;
  return { root: undefined, faults: [...parsed.faults, ...furtherSyntaxFaults(text, first)] };
}

function parseFrom(text: string, from: number): ParsedYaml {
  let parser: Parser | undefined;
  try {
    parser = new Parser(text, from);
    const root = parser.document();
    return { root, faults: parser.faults };
  } catch (error) {
    if (!(error instanceof FaultFound)) throw error;
    return { root: undefined, faults: [...(parser?.faults ?? []), withinText(error.fault, text.length)] };
  }
}

/** A fault at the end of the text has nothing to cover. */
function withinText(fault: YamlFault, length: number): YamlFault {
  const { start, end } = fault.span;
  return end <= length ? fault : { ...fault, span: { start: Math.min(start, length), end: length } };
}

const MOST_FAULTS = 10;
const TOP_LEVEL_KEY = /^[A-Za-z_][\w.-]*:(?=\s|$)/gm;

function furtherSyntaxFaults(text: string, first: YamlFault): readonly YamlFault[] {
  const found: YamlFault[] = [];
  for (let last = first; found.length < MOST_FAULTS; ) {
    TOP_LEVEL_KEY.lastIndex = last.span.end;
    const key = TOP_LEVEL_KEY.exec(text);
    if (!key) break;
    const next = parseFrom(text, key.index).faults.find(({ kind }) => kind === 'syntax');
    if (!next) break;
    found.push(next);
    last = next;
  }
  return found;
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
