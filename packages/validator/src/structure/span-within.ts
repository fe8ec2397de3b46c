import type { Span } from '../source/span.ts';
import type { YamlScalar } from '../source/yaml-node.ts';
import { type LocatedDocument, spanAt } from './document.ts';
import type { Path } from './locator.ts';

/**
 * Where the part `[from, to)` of a text stands in the file, in UTF-16 units of the text as it is read; the whole
 * scalar where its source does not show the part by itself.
 */
export function spanWithin(document: LocatedDocument<unknown>, path: Path, from: number, to: number): Span {
  const { start, end } = spanAt(document, path);
  const node = document.locator?.node(path);
  // What a tag makes of a text need not be the text.
  if (node?.kind !== 'scalar' || node.tag !== undefined) return { start, end };
  const offsets = offsetsOf(node, document.text);
  const [first, last] = [offsets?.[from], offsets?.[to - 1]];
  if (first === undefined || last === undefined) return { start, end };
  return { start: first, end: last + spelledLength(node, document.text, last) };
}

const aligned = new WeakMap<YamlScalar, Uint32Array | null>();

/** For every unit of a scalar's value the offset of its spelling; null where the two cannot be told to agree. */
function offsetsOf(node: YamlScalar, text: string): Uint32Array | null {
  let offsets = aligned.get(node);
  if (offsets === undefined) {
    offsets = align(node, text);
    aligned.set(node, offsets);
  }
  return offsets;
}

/** Goes through value and source side by side; breaks and indentation may be a space, a line break or nothing. */
function align(node: YamlScalar, text: string): Uint32Array | null {
  const { value, end } = node;
  const offsets = new Uint32Array(value.length);
  let at = 0;
  for (let offset = contentStart(node, text); at < value.length && offset < end; ) {
    const length = spelledLength(node, text, offset);
    const character = text[offset] as string;
    if (length > 1 && !/[\r\n]/.test(text[offset + 1] as string)) {
      offsets[at++] = offset;
      // Beyond the basic plane one escape is two units.
      if (length === LONGEST_ESCAPE && /[\ud800-\udbff]/.test(value[at - 1] ?? '')) offsets[at++] = offset;
    } else if (length === 1 && character === value[at]) {
      offsets[at++] = offset;
    } else if (length === 1 && !/[ \t\r\n]/.test(character)) {
      return null;
    } else if (character === '\n' && value[at] === ' ') {
      offsets[at++] = offset;
    }
    offset += length;
  }
  return offsets.subarray(0, at);
}

function contentStart({ style, start }: YamlScalar, text: string): number {
  if (style === 'plain') return start;
  if (style === 'single' || style === 'double') return start + 1;
  return text.indexOf('\n', start) + 1;
}

const LONGEST_ESCAPE = 10;
const ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: LONGEST_ESCAPE };

/** How many units spell the character at an offset. */
function spelledLength({ style }: YamlScalar, text: string, offset: number): number {
  if (style === 'single') return text.startsWith("''", offset) ? 2 : 1;
  if (style !== 'double' || text[offset] !== '\\') return 1;
  if (text.startsWith('\r\n', offset + 1)) return 3;
  return ESCAPES[text[offset + 1] as string] ?? 2;
}
