import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/source-text.ts';
import { type Span, span } from '../source/span.ts';
import { rulePage } from './docs.ts';
import { pathOf, sourceOf } from './place.ts';
import type { PackReport, Renderer } from './report.ts';
import { toJson } from './visible-json.ts';
import { messageLine } from './wording.ts';

/** One line per diagnostic in reviewdog's format; a fix within the same file becomes a suggestion. */
export const rdjsonlRenderer = (): Renderer => ({
  start: () => '',
  pack: (report) =>
    report.opened.diagnostics.map((diagnostic) => `${toJson(line(report, diagnostic))}\n`).join(''),
  end: () => '',
});

function line(pack: PackReport, diagnostic: Diagnostic) {
  const { code, severity, file } = diagnostic;
  const source = sourceOf(pack, file);
  const suggestion = source && suggestionOf(diagnostic, source);
  return {
    message: messageLine(diagnostic),
    location: { path: pathOf(pack, file), ...(source && { range: rangeOf(source, diagnostic.span) }) },
    severity: severity === 'error' ? 'ERROR' : 'WARNING',
    source: { name: 'packwright' },
    code: { value: code, url: rulePage(code) },
    ...(suggestion && { suggestions: [suggestion] }),
  };
}

/** All edits as one replacement: the format offers suggestions one by one, and half a fix is none. */
function suggestionOf({ file, fix }: Diagnostic, source: SourceText) {
  if (!fix || fix.edits.length === 0 || fix.edits.some((edit) => edit.file !== file)) return undefined;
  const edits = fix.edits.toSorted((a, b) => a.span.start - b.span.start);
  const first = edits[0] as TextEdit;
  let text = first.newText;
  let end = first.span.end;
  for (const edit of edits.slice(1)) {
    text += source.text.slice(end, edit.span.start) + edit.newText;
    end = edit.span.end;
  }
  return { range: rangeOf(source, span(first.span.start, end)), text };
}

const rangeOf = (source: SourceText, { start, end }: Span) => ({
  start: bytePosition(source, start),
  end: bytePosition(source, Math.max(start, end)),
});

/** The format counts columns in bytes of UTF-8. */
function bytePosition(source: SourceText, offset: number) {
  const { line, column, offset: at } = source.position(offset);
  const before = source.text.slice(at - (column - 1), at);
  return { line, column: new TextEncoder().encode(before).length + 1 };
}
