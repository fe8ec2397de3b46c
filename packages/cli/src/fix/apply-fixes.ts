import type { Diagnostic, Fix, TextEdit } from '@packwright/validator';

/** The texts of files by path, as far as they may be changed. */
export type Texts = ReadonlyMap<string, string>;

export interface Applied {
  /** The files that have another text now. */
  readonly texts: Texts;
  readonly fixes: readonly Fix[];
}

/**
 * Applies the fixes of diagnostics, each whole or not at all. A fix waits for a later round when it touches what an
 * earlier one changes, and is left when it touches a file that has no text here.
 */
export function applyFixes(diagnostics: readonly Diagnostic[], texts: Texts): Applied {
  const taken = new Map<string, TextEdit[]>();
  const fixes: Fix[] = [];
  for (const { fix } of diagnostics) {
    if (!fix || fix.edits.length === 0 || !fix.edits.every((edit) => fits(edit, taken, texts))) continue;
    for (const edit of fix.edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    fixes.push(fix);
  }
  const changed = [...taken].map(([file, edits]) => [file, withEdits(texts.get(file) ?? '', edits)] as const);
  return { texts: new Map(changed), fixes };
}

function fits(
  { file, span }: TextEdit,
  taken: ReadonlyMap<string, readonly TextEdit[]>,
  texts: Texts,
): boolean {
  const text = texts.get(file);
  if (text === undefined || span.start < 0 || span.end < span.start || span.end > text.length) return false;
  return (taken.get(file) ?? []).every((other) => span.end < other.span.start || other.span.end < span.start);
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  let changed = text;
  // From the end, so that the offsets of the others stay right.
  for (const { span, newText } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    changed = changed.slice(0, span.start) + newText + changed.slice(span.end);
  }
  return changed;
}
