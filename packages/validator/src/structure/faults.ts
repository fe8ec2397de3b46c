import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { limited } from '../diagnostics/limited.ts';
import type { YamlFault, YamlFaultKind } from '../source/index.ts';
import { plain, type Span } from '../source/span.ts';
import type { DecodeFault, DecodeFaultKind } from './decode-fault.ts';
import { pckRules } from './pck-rules.ts';

const LONGEST_ANCHOR = 64;
/** Anchors that stand further away are not looked for: a file may hold a thousand such faults. */
const FAR = 65_536;

const yamlCodes: Record<YamlFaultKind, string> = {
  syntax: pckRules.syntax.code,
  'newer-yaml': pckRules.syntax.code,
  encoding: pckRules.encoding.code,
  'control-character': pckRules.encoding.code,
  empty: pckRules.empty.code,
  'multiple-documents': pckRules.documents.code,
  'unknown-anchor': pckRules.alias.code,
  'recursive-anchor': pckRules.alias.code,
  'too-deep': pckRules.depth.code,
  'too-many': pckRules.nodes.code,
};

const decodeCodes: Record<DecodeFaultKind, string> = {
  'duplicate-key': pckRules.duplicateKey.code,
  merge: pckRules.merge.code,
  key: pckRules.key.code,
  tag: pckRules.key.code,
  aliases: pckRules.alias.code,
};

/** What to do where the fault itself does not say it. */
const yamlHints: Partial<Record<YamlFaultKind, string>> = {
  empty: 'write the document, or remove the file',
  'too-many': 'split the pack into several',
  'recursive-anchor': 'write the content out instead of the alias',
};

/** Why a text is not one YAML document, by position. */
export function yamlDiagnostics(file: string, faults: readonly YamlFault[]): Diagnostic[] {
  const ordered = faults.toSorted((a, b) => a.span.start - b.span.start);
  return limited(ordered, ({ kind, span, message, hint = yamlHints[kind], fix }) => ({
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
export function decodeDiagnostics(file: string, text: string, faults: readonly DecodeFault[]): Diagnostic[] {
  return limited(faults, ({ kind, span, message, hint: usual, related }) => {
    const hint = (kind === 'merge' ? aliasHint(text, span) : undefined) ?? usual;
    return {
      code: decodeCodes[kind],
      severity: 'error',
      file,
      span: plain(span),
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(related ? { related: [{ file, span: plain(related.span), message: related.message }] } : {}),
    };
  });
}

/** For the name of an anchor that is written without the star. */
function aliasHint(text: string, { start, end }: Span): string | undefined {
  const name = text.slice(start, Math.min(end, start + LONGEST_ANCHOR));
  const before = text.slice(Math.max(0, start - FAR), start);
  const isAnchor = [' ', '\n', '\r'].some((end) => before.includes(`&${name}${end}`));
  return isAnchor ? `did you mean "*${name}"?` : undefined;
}
