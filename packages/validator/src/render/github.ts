import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import { pathOf, placeOf, sourceOf } from './place.ts';
import type { PackReport, Renderer } from './report.ts';
import { messageLine, summaryLine } from './wording.ts';

export interface GithubOptions {
  /** The path from the repository's root to where packs' paths start; empty when they are the same. */
  readonly base?: string;
}

/** Workflow commands, shown by GitHub as annotations; the last line is the summary, since GitHub shows only some. */
export const githubRenderer = ({ base = '' }: GithubOptions = {}): Renderer => ({
  start: () => '',
  pack: (report) =>
    report.opened.diagnostics.map((diagnostic) => `${command(report, diagnostic, base)}\n`).join(''),
  end: (summary) => `${summaryLine(summary)}\n`,
});

function command(pack: PackReport, diagnostic: Diagnostic, base: string): string {
  const path = pathOf(pack, diagnostic.file);
  const file = `file=${escapeProperty(visible(base === '' ? path : `${base}/${path}`))}`;
  const title = `title=${escapeProperty(diagnostic.code)}`;
  const properties = [file, ...where(pack, diagnostic), title].join(',');
  return `::${diagnostic.severity} ${properties}::${escapeText(messageLine(diagnostic))}`;
}

function where(pack: PackReport, diagnostic: Diagnostic): string[] {
  if (!sourceOf(pack, diagnostic.file)) return [];
  const { start, end } = placeOf(pack, diagnostic);
  const lines = [`line=${start.line}`, `endLine=${end.line}`];
  // GitHub drops an annotation over several lines that has columns.
  if (start.line !== end.line) return lines;
  return [...lines, `col=${start.column}`, `endColumn=${end.column}`];
}

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
