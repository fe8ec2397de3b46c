import type { Span } from './span.ts';

export type YamlFaultKind =
  | 'syntax'
  /** The text states YAML 1.2, which only some loaders read; apart from this nothing is at fault. */
  | 'newer-yaml'
  | 'encoding'
  | 'control-character'
  | 'empty'
  | 'multiple-documents'
  | 'unknown-anchor'
  | 'recursive-anchor'
  | 'too-deep'
  | 'too-many';

/** One reason why a text is not a YAML document that the reference loaders read. */
export interface YamlFault {
  readonly kind: YamlFaultKind;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  /** Present only when the change certainly says what the author meant. */
  readonly fix?: YamlFix;
}

export interface YamlFix {
  readonly title: string;
  readonly span: Span;
  readonly newText: string;
}

/** Carries a fault from the place that meets it to `parseYaml`; never leaves this folder. */
export class FaultFound extends Error {
  readonly fault: YamlFault;

  constructor(fault: YamlFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** A syntax fault over `[start, end)`, widened to one character when empty. */
export function syntaxFault(
  start: number,
  end: number,
  message: string,
  help: { readonly hint?: string; readonly fix?: YamlFix } = {},
): FaultFound {
  return new FaultFound({ kind: 'syntax', span: { start, end: Math.max(end, start + 1) }, message, ...help });
}
