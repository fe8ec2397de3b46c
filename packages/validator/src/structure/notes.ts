import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { limited } from '../diagnostics/limited.ts';
import type { DecodeNote } from './decode.ts';
import type { LocatedDocument } from './document.ts';
import { pckRules } from './pck-rules.ts';

/** Warnings about what the loader reads in silence. */
export function noteDiagnostics({ file, notes }: LocatedDocument<unknown>): Diagnostic[] {
  return limited(notes, (note) => ({ severity: 'warning', file, ...wordsOf(file, note) }));
}

function wordsOf(
  file: string,
  note: DecodeNote,
): Pick<Diagnostic, 'code' | 'span' | 'message' | 'hint' | 'fix'> {
  const span = { start: note.node.start, end: note.node.end };
  switch (note.kind) {
    case 'coerced': {
      const { field, written, portable, isCutOff } = note.coercion;
      const takes = { text: 'text', integer: 'a whole number', number: 'a number', boolean: 'true or false' }[
        field
      ];
      return {
        code: pckRules.coerced.code,
        span,
        message: isCutOff
          ? `${note.node.value} is cut off to ${portable}, since the key takes ${takes}`
          : `${note.node.value} is ${written}, where the key takes ${takes}`,
        hint: `write ${portable}`,
        fix: { title: `write ${portable}`, edits: [{ file, span, newText: portable }] },
      };
    }
    case 'dropped-null':
      return {
        code: pckRules.droppedNull.code,
        span,
        message: 'an empty list item is dropped',
        hint: 'remove the item, or write "" for an empty text',
      };
    case 'ignored-null-key':
      return {
        code: pckRules.droppedNull.code,
        span,
        message: 'an empty key is ignored with its value',
        hint: 'name the key, or remove the line',
      };
  }
}

const REGISTRY_FILE_BYTES = 8 * 1024 * 1024;

/** Warnings about files that load from a directory but not from a registry's archive. */
export function largeFileDiagnostics(
  files: Iterable<{ readonly file: string; readonly bytes: Uint8Array }>,
): Diagnostic[] {
  const sizes = new Map(Array.from(files, ({ file, bytes }) => [file, bytes.length]));
  return [...sizes].flatMap(([file, size]) => {
    if (size <= REGISTRY_FILE_BYTES) return [];
    return {
      code: pckRules.large.code,
      severity: 'warning' as const,
      file,
      span: { start: 0, end: 0 },
      message: `the file is ${(size / 1024 / 1024).toFixed(1)} MiB, more than the 8 MiB that registries take`,
      hint: 'make it smaller, or keep the pack out of registries',
    };
  });
}
