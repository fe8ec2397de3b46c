import { type PackReport, prettyRenderer, renderReport, reportOf } from '@packwright/validator/render';
import { hasColour, type Io } from '../io.ts';
import type { Output } from '../output.ts';

/** What is found in what the command line names one by one, for people: its number goes without saying. */
export function namedReport(reports: readonly PackReport[], io: Io, stream: Output = io.stderr): string {
  const renderer = prettyRenderer({
    color: hasColour(io, stream),
    ...(stream.columns !== undefined && { width: stream.columns }),
    counts: 'findings',
  });
  return renderReport(renderer, reportOf(reports));
}
