import type { Location } from '../diagnostics/diagnostic.ts';
import { type Position, SourceText } from '../source/source-text.ts';
import type { PackReport } from './report.ts';

export interface Place {
  readonly start: Position;
  readonly end: Position;
}

const nothing = new SourceText('');

/** The text of a file as it was read, or undefined for a file that was not read as text. */
export const sourceOf = (pack: PackReport, file: string): SourceText | undefined =>
  pack.opened.sources.get(file);

/** Where a location is, as people count; the first position of a file that was not read as text. */
export function placeOf(pack: PackReport, { file, span }: Location): Place {
  const source = sourceOf(pack, file) ?? nothing;
  const start = source.position(span.start);
  return { start, end: source.position(Math.max(span.start, span.end)) };
}

/** The path of a pack's file from where the pack's own path starts. */
export function pathOf(pack: PackReport, file: string): string {
  if (file === '') return pack.path;
  return pack.path === '.' ? file : `${pack.path}/${file}`;
}

/** The same path as a relative URI reference. */
export const uriOf = (pack: PackReport, file: string): string =>
  pathOf(pack, file).split('/').map(encodeSegment).join('/');

// A colon in the first segment would read as a scheme; half a surrogate pair has no UTF-8 form.
const encodeSegment = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
