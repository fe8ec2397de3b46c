import type { Span } from '../../../source/span.ts';
import { trimmedRange } from '../syntax/white-space.ts';

/** A part of a text: as it stands, or one pair of braces. Offsets are in the text. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly at: Span }
  | {
      readonly kind: 'expression';
      /** With the braces. */
      readonly at: Span;
      /** What stands between them. */
      readonly inner: Span;
    };

/** A text of a workflow, cut at its braces. */
export interface WorkflowTemplate {
  readonly text: string;
  readonly parts: readonly TemplatePart[];
  /** Whether the text is one expression and nothing else but white space, so that its value keeps its type. */
  readonly isWhole: boolean;
  /** A `{{` that is never closed; it and what follows stay as they are. */
  readonly unclosed: Span | undefined;
}

/**
 * Cuts a text of a workflow as Attune does: braces end at the next `}}`, be it inside quotes. Only where the whole text
 * is one pair does the last `}}` end it. Nothing is parsed yet.
 */
export function readWorkflowTemplate(text: string): WorkflowTemplate {
  const whole = wholeExpression(text);
  if (whole) return { text, parts: [whole], isWhole: true, unclosed: undefined };
  const parts: TemplatePart[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('{{', from);
    const close = open < 0 ? -1 : text.indexOf('}}', open);
    if (close < 0) {
      if (from < text.length) parts.push({ kind: 'text', at: { start: from, end: text.length } });
      return { text, parts, isWhole: false, unclosed: open < 0 ? undefined : { start: open, end: open + 2 } };
    }
    if (open > from) parts.push({ kind: 'text', at: { start: from, end: open } });
    from = close + 2;
    parts.push({
      kind: 'expression',
      at: { start: open, end: from },
      inner: { start: open + 2, end: close },
    });
  }
}

function wholeExpression(text: string): TemplatePart | undefined {
  const { start, end } = trimmedRange(text);
  if (!text.startsWith('{{', start) || !text.endsWith('}}', end) || end - start < 4) return undefined;
  if (text.indexOf('{{', start + 2) >= 0) return undefined;
  const inner = { start: start + 2, end: end - 2 };
  const { start: from, end: to } = trimmedRange(text, inner.start, inner.end);
  return from === to ? undefined : { kind: 'expression', at: { start, end }, inner };
}
