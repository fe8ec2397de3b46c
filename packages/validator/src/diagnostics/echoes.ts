import { compareUtf8 } from '@packwright/values';
import type { LocatedDocument } from '../structure/document.ts';
import { holdsBeside } from '../structure/holds-beside.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { Diagnostic } from './diagnostic.ts';

/** By what it is told which warnings hold beside faults in their file. */
export interface Resting {
  readonly documents: readonly LocatedDocument<unknown>[];
  readonly rules: readonly RuleInfo[];
}

const NOTHING: Resting = { documents: [], rules: [] };

/**
 * Structural faults and what rules found, in the order of the files. An error at a place whose structure is at fault
 * is left out: the rule saw a stand-in there, not what the author wrote. Warnings about such a file wait until it is
 * mended, since many conclude from what is not written, except where their rule says what they rest on and that is
 * sound.
 */
export function withoutEchoes(
  structural: readonly Diagnostic[],
  found: readonly Diagnostic[],
  { documents, rules }: Resting = NOTHING,
): Diagnostic[] {
  if (structural.length === 0) return withoutRepeats([...found].sort(byPlace));
  const faults = new Map<string, Diagnostic[]>();
  for (const fault of structural) {
    const inFile = faults.get(fault.file) ?? [];
    inFile.push(fault);
    faults.set(fault.file, inFile);
  }
  const restsOn = new Map(rules.map((rule) => [rule.code, rule.restsOn]));
  const byFile = new Map(documents.map((document) => [document.file, document]));
  const own = found.filter(({ file, span, severity, code }) => {
    const near = faults.get(file);
    if (!near) return true;
    if (severity === 'warning') {
      const [document, keys] = [byFile.get(file), restsOn.get(code)];
      return document !== undefined && keys !== undefined && holdsBeside(near, document, span, keys);
    }
    return !near.some((fault) => fault.span.start <= span.end && span.start <= fault.span.end);
  });
  return withoutRepeats([...structural, ...own].sort(byPlace));
}

/** An argument that is declared twice is judged twice, in the same words. */
function withoutRepeats(ordered: readonly Diagnostic[]): Diagnostic[] {
  return ordered.filter((diagnostic, at) => {
    for (let before = at - 1; before >= 0; before--) {
      const earlier = ordered[before] as Diagnostic;
      if (earlier.span.start !== diagnostic.span.start || earlier.file !== diagnostic.file) return true;
      const isSame = earlier.code === diagnostic.code && earlier.span.end === diagnostic.span.end;
      if (isSame && earlier.message === diagnostic.message) return false;
    }
    return true;
  });
}

/** By file in UTF-8 order with the manifest first, then by position; errors before warnings at one place. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) {
    if (a.file === 'pack.yaml') return -1;
    return b.file === 'pack.yaml' ? 1 : compareUtf8(a.file, b.file);
  }
  return a.span.start - b.span.start || a.severity.localeCompare(b.severity) || compareUtf8(a.code, b.code);
}
