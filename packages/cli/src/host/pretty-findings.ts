import type { Diagnostic, SourceText } from '@packwright/validator';
import { prettyRenderer } from '@packwright/validator/render';
import { hasColour, type Io } from '../io.ts';

/** Findings of one file that belongs to no pack, as `validate` shows those of packs; empty for none. */
export function prettyFindings(
  path: string,
  source: SourceText,
  diagnostics: readonly Diagnostic[],
  io: Io,
): string {
  if (diagnostics.length === 0) return '';
  const slash = path.lastIndexOf('/');
  const file = path.slice(slash + 1);
  const { width } = { width: io.stderr.columns };
  const renderer = prettyRenderer({ color: hasColour(io, io.stderr), ...(width !== undefined && { width }) });
  const shown = renderer.pack({
    path: slash < 0 ? '.' : path.slice(0, slash) || '/',
    opened: {
      format: null,
      profile: null,
      id: null,
      version: null,
      diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, file })),
      digest: null,
      view: null,
      names: [],
      references: [],
      sources: new Map([[file, source]]),
    },
  });
  // Without the line about the pack, which there is none of.
  return shown.slice(shown.indexOf('\n\n') + 2);
}
