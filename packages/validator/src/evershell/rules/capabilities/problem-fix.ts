import type { Problem } from '@packwright/capabilities';
import type { Fix } from '../../../diagnostics/diagnostic.ts';
import type { Span } from '../../../source/span.ts';
import type { LocatedDocument } from '../../../structure/document.ts';
import type { Path } from '../../../structure/locator.ts';
import { itemToRemove } from '../../../structure/remove-item.ts';

/** What can stand in YAML as it is, whatever reads it. */
const PLAIN = /^[A-Za-z_/][A-Za-z0-9_./-]*$/;
const NOT_TEXT = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** The edit that certainly mends a problem of the value, the key or the range at a span; nothing where there is none. */
export function problemFix(
  document: LocatedDocument<unknown>,
  path: Path,
  { instead, range }: Problem,
  span: Span,
): Fix | undefined {
  const { file, text } = document;
  if (instead === undefined) return undefined;
  if (instead === null) {
    const entry = itemToRemove(document, path);
    const title = `remove ${text.slice(span.start, span.end)}`;
    return entry && { title, edits: [{ file, span: entry, newText: '' }] };
  }
  const written = text.slice(span.start, span.end);
  const node = document.locator?.node(path);
  // Of a text that is folded or escaped the range may not be found, and then all of it is the span.
  const isShown = !range || (node?.kind === 'scalar' && node.value.slice(range.start, range.end) === written);
  if (!isShown || written.includes('\n')) return undefined;
  const isPlain = range !== undefined || (PLAIN.test(instead) && !NOT_TEXT.test(instead));
  const newText = isPlain ? instead : JSON.stringify(instead);
  return { title: `write ${newText}`, edits: [{ file, span, newText }] };
}
