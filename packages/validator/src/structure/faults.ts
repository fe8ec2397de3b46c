import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { limited } from '../diagnostics/limited.ts';
import type { YamlFault, YamlFaultKind } from '../source/index.ts';
import type { DecodeFault, DecodeFaultKind } from './decode.ts';
import { pckRules } from './pck-rules.ts';

const yamlCodes: Record<YamlFaultKind, string> = {
  syntax: pckRules.syntax.code,
  encoding: pckRules.encoding.code,
  'control-character': pckRules.encoding.code,
  empty: pckRules.empty.code,
  'multiple-documents': pckRules.documents.code,
  'unknown-anchor': pckRules.alias.code,
  'recursive-anchor': pckRules.alias.code,
  'too-deep': pckRules.depth.code,
};

const decodeCodes: Record<DecodeFaultKind, string> = {
  'duplicate-key': pckRules.duplicateKey.code,
  merge: pckRules.merge.code,
  key: pckRules.key.code,
  tag: pckRules.key.code,
  aliases: pckRules.alias.code,
};

/** Why a text is not one YAML document, by position. */
export function yamlDiagnostics(file: string, faults: readonly YamlFault[]): Diagnostic[] {
  const ordered = faults.toSorted((a, b) => a.span.start - b.span.start);
  return limited(ordered, ({ kind, span, message, hint, fix }) => ({
    code: yamlCodes[kind],
    severity: 'error',
    file,
    span,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(fix ? { fix: { title: fix.title, edits: [{ file, span: fix.span, newText: fix.newText }] } } : {}),
  }));
}

/** What a document's nodes say twice or against themselves. */
export function decodeDiagnostics(file: string, faults: readonly DecodeFault[]): Diagnostic[] {
  return limited(faults, ({ kind, span, message, hint, related }) => ({
    code: decodeCodes[kind],
    severity: 'error',
    file,
    span: { start: span.start, end: span.end },
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(related
      ? {
          related: [
            { file, span: { start: related.span.start, end: related.span.end }, message: related.message },
          ],
        }
      : {}),
  }));
}
