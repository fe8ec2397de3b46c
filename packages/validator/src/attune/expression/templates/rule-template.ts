import type { Span } from '../../../source/span.ts';
import { trimmedRange } from '../syntax/white-space.ts';

/** A part of a text: as it stands, or one pair of braces with a path in it. Offsets are in the text. */
export type RuleTemplatePart =
  | { readonly kind: 'text'; readonly at: Span }
  | { readonly kind: 'path'; readonly at: Span; readonly path: RulePath };

/** A dotted path as written, white space around it left out. */
export interface RulePath {
  readonly at: Span;
  readonly segments: readonly RuleSegment[];
}

export interface RuleSegment {
  readonly name: string;
  readonly at: Span;
}

/** A text of a rule, cut at its braces. */
export interface RuleTemplate {
  readonly text: string;
  readonly parts: readonly RuleTemplatePart[];
  /** Whether the text is one path and nothing else, not even white space, so that its value keeps its type. */
  readonly isWhole: boolean;
}

/**
 * Cuts a text of a rule as Attune does: `{{`, anything without `}`, `}}`. Braces that do not come to that are text.
 * Takes linear time.
 */
export function parseRuleTemplate(text: string): RuleTemplate {
  const parts: RuleTemplatePart[] = [];
  let textFrom = 0;
  let from = 0;
  for (;;) {
    const open = text.indexOf('{{', from);
    const close = open < 0 ? -1 : text.indexOf('}', open + 2);
    if (close < 0) break;
    // Another "{{" before this "}" would end at it too, and fail likewise.
    from = close + 1;
    if (close === open + 2 || text[close + 1] !== '}') continue;
    from = close + 2;
    if (open > textFrom) parts.push({ kind: 'text', at: { start: textFrom, end: open } });
    parts.push({ kind: 'path', at: { start: open, end: from }, path: pathOf(text, open + 2, close) });
    textFrom = from;
  }
  if (textFrom < text.length) parts.push({ kind: 'text', at: { start: textFrom, end: text.length } });
  return { text, parts, isWhole: parts.length === 1 && parts[0]?.kind === 'path' };
}

function pathOf(text: string, from: number, to: number): RulePath {
  const at = trimmedRange(text, from, to);
  const segments: RuleSegment[] = [];
  let start = at.start;
  for (const name of text.slice(at.start, at.end).split('.')) {
    segments.push({ name, at: { start, end: start + name.length } });
    start += name.length + 1;
  }
  return { at, segments };
}
