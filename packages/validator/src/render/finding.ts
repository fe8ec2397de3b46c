import { textWidth } from '../diagnostics/cells.ts';
import type { Diagnostic, Location, RelatedLocation } from '../diagnostics/diagnostic.ts';
import { type FrameRow, frame } from '../diagnostics/frame.ts';
import { visible } from '../diagnostics/visible.ts';
import type { Look, Paint } from './paint.ts';
import { pathOf, placeOf, sourceOf } from './place.ts';
import type { PackReport } from './report.ts';
import { wrap } from './wrap.ts';

export interface FindingStyle {
  readonly paint: Paint;
  readonly width: number;
}

const MOST_RELATED = 4;

/** The lines of one diagnostic: where and what, the code frame with the hint, and the places that belong to it. */
export function finding(pack: PackReport, diagnostic: Diagnostic, style: FindingStyle): string[] {
  const { severity, code, message, hint, fix, related = [] } = diagnostic;
  const { paint } = style;
  const look = severity === 'error' ? 'red' : 'yellow';
  const head = [
    paint('bold', where(pack, diagnostic)),
    paint(look, severity),
    paint('dim', code),
    visible(message),
    ...(fix ? [paint('green', '(fix available)')] : []),
  ];
  const frames = [
    ...framed(pack, diagnostic, { ...style, look, mark: '^', hint }),
    ...related.slice(0, MOST_RELATED).flatMap((place) => relatedLines(pack, place, style)),
  ];
  if (related.length > MOST_RELATED) frames.push(`  and ${related.length - MOST_RELATED} more places`);
  return [head.join(' '), ...frames];
}

function relatedLines(pack: PackReport, place: RelatedLocation, style: FindingStyle): string[] {
  const head = `  ${where(pack, place)} ${visible(place.message)}`;
  return [head, ...framed(pack, place, { ...style, look: 'blue', mark: '-', hint: undefined })];
}

function where(pack: PackReport, location: Location): string {
  const path = visible(pathOf(pack, location.file));
  if (!sourceOf(pack, location.file)) return path;
  const { line, column } = placeOf(pack, location).start;
  return `${path}:${line}:${column}`;
}

interface FrameStyle extends FindingStyle {
  readonly look: Look;
  readonly mark: string;
  readonly hint: string | undefined;
}

function framed(pack: PackReport, location: Location, style: FrameStyle): string[] {
  const { paint, look, mark, width } = style;
  const source = sourceOf(pack, location.file);
  const digits = source ? String(placeOf(pack, location).end.line).length : 1;
  const rows = source ? frame(source, location.span, width - digits - 5) : [];
  const gutter = (number: string): string => paint('dim', `  ${number.padStart(digits)} | `);
  const lines = rows.map((row) => {
    // Space at the end of a line would end up in files that people paste this into.
    if (row.kind === 'source') return (gutter(String(row.line)) + row.text).trimEnd();
    if (row.kind === 'gap') return paint('dim', `  ${'…'.padStart(digits)}`);
    return gutter('') + ' '.repeat(row.indent) + paint(look, mark.repeat(row.length));
  });
  return withHint(lines, rows.at(-1), { ...style, digits });
}

/** Puts the hint behind the last marks where it fits, else below them. */
function withHint(
  lines: string[],
  last: FrameRow | undefined,
  style: FrameStyle & { readonly digits: number },
) {
  if (style.hint === undefined) return lines;
  const hint = visible(style.hint);
  const room = style.width - style.digits - 5;
  const used = last?.kind === 'marks' ? last.indent + last.length + 1 : room;
  if (used + textWidth(hint) <= room) {
    return [...lines.slice(0, -1), `${lines.at(-1)} ${style.paint(style.look, hint)}`];
  }
  const lead = `  ${' '.repeat(style.digits)} = `;
  const rest = ' '.repeat(lead.length);
  return [
    ...lines,
    ...wrap(hint, room).map((line, at) => (at === 0 ? style.paint('dim', lead) : rest) + line),
  ];
}
