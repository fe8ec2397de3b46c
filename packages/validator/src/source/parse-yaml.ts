import { type ParsedYaml, parseDocument } from './parsing/document.ts';
import { BYTE_ORDER_MARK } from './scanning/characters.ts';
import type { YamlFault } from './yaml-fault.ts';

const CONTROL = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ufffd]/;

/**
 * Reads the one document of a text as the reference loaders' YAML library does. Never throws. After a syntax fault it
 * reads on at the next key that stands at the start of a line, so independent faults are reported together.
 */
export function parseYaml(text: string): ParsedYaml {
  const control = text.search(CONTROL);
  if (control >= 0) return { root: undefined, faults: [controlCharacter(text, control)] };
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) return { root: undefined, faults: [secondByteOrderMark()] };
  const { root, faults } = parseDocument(text, 0);
  if (faults.length === 0) return { root, faults };
  const broken = root === undefined ? faults.find(({ kind }) => kind === 'syntax') : undefined;
  const further = broken === undefined ? [] : furtherSyntaxFaults(text, broken.span.end);
  return { root, faults: [...faults, ...further].map((fault) => withinText(fault, text.length)) };
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

/** The reference then drops the first character of each line, which no pack survives. */
function secondByteOrderMark(): YamlFault {
  const span = { start: 0, end: 1 };
  return {
    kind: 'encoding',
    span,
    message: 'a second byte order mark begins the text',
    hint: 'save the file as UTF-8 without a byte order mark',
    fix: { title: 'remove the byte order mark', span, newText: '' },
  };
}

const MOST_FURTHER_FAULTS = 10;
const TOP_LEVEL_KEY = /^[A-Za-z_][\w.-]*:(?=\s|$)/gm;

function furtherSyntaxFaults(text: string, from: number): readonly YamlFault[] {
  const found: YamlFault[] = [];
  TOP_LEVEL_KEY.lastIndex = from;
  for (
    let key = TOP_LEVEL_KEY.exec(text);
    key && found.length < MOST_FURTHER_FAULTS;
    key = TOP_LEVEL_KEY.exec(text)
  ) {
    const next = parseDocument(text, key.index).faults.find(({ kind }) => kind === 'syntax');
    if (!next) break;
    found.push(next);
    TOP_LEVEL_KEY.lastIndex = next.span.end;
  }
  return found;
}

/** A fault at the end of the text has nothing to cover. */
function withinText(fault: YamlFault, length: number): YamlFault {
  const { start, end } = fault.span;
  return end <= length ? fault : { ...fault, span: { start: Math.min(start, length), end: length } };
}
