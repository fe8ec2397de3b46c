import type { Severity } from '../diagnostics/diagnostic.ts';
import type { OpenedPack } from '../format.ts';

/** One judged pack; `path` is where it lies as the reader should see it, with `/`. */
export interface PackReport {
  readonly path: string;
  readonly opened: OpenedPack;
}

export interface Summary {
  readonly packs: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The outcome of one run, packs in the order in which they are to be shown. */
export interface Report {
  readonly packs: readonly PackReport[];
  readonly summary: Summary;
}

/** What an output says about a code beside its diagnostics. */
export interface RuleSummary {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly summary: string;
}

/**
 * Turns a run into text piece by piece, so that no pack has to be kept: `start`, then `pack` for each, then `end`.
 * The pieces in order are one complete output.
 */
export interface Renderer {
  start(): string;
  pack(report: PackReport): string;
  end(summary: Summary): string;
}

/** The whole output for a report that is at hand in one piece. */
export function renderReport(renderer: Renderer, report: Report): string {
  const packs = report.packs.map((pack) => renderer.pack(pack));
  return [renderer.start(), ...packs, renderer.end(report.summary)].join('');
}

/** The counts of a run so far, with one more pack. */
export function addToSummary(summary: Summary, opened: OpenedPack): Summary {
  const { errors, warnings } = countBySeverity(opened);
  return {
    packs: summary.packs + 1,
    errors: summary.errors + errors,
    warnings: summary.warnings + warnings,
  };
}

export const emptySummary: Summary = { packs: 0, errors: 0, warnings: 0 };

/** The report of packs that are at hand, counted. */
export function reportOf(packs: readonly PackReport[]): Report {
  return { packs, summary: packs.reduce((sum, { opened }) => addToSummary(sum, opened), emptySummary) };
}

export function countBySeverity(opened: OpenedPack): { readonly errors: number; readonly warnings: number } {
  const errors = opened.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return { errors, warnings: opened.diagnostics.length - errors };
}
