import { decodeText, type YamlFault } from '../source/index.ts';
import { SourceText } from '../source/source-text.ts';

/** The text of a file; of one that is not text what can be shown of it, and why it is none. */
export interface ReadText {
  readonly source: SourceText;
  readonly fault?: YamlFault;
}

/** Reads bytes as text. Offsets of the fault hold in the text that is shown. */
export function readText(bytes: Uint8Array): ReadText {
  const decoded = decodeText(bytes);
  if (decoded.ok) return { source: new SourceText(decoded.text) };
  const { start } = decoded.fault.span;
  return {
    source: new SourceText(legible(bytes)),
    // The one character that stands for what cannot be read.
    fault: { ...decoded.fault, span: { start, end: start + 1 } },
  };
}

/** The bytes with U+FFFD in place of everything that is not text. */
function legible(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
