import type { Diagnostic, Fix, Location, RelatedLocation } from '../diagnostics/diagnostic.ts';
import { visible } from '../diagnostics/visible.ts';
import type { Span } from '../source/span.ts';
import { rulePage } from './docs.ts';
import { fingerprint } from './fingerprint.ts';
import { placeOf, sourceOf, uriOf } from './place.ts';
import type { PackReport, Renderer, RuleSummary } from './report.ts';
import { toJson } from './visible-json.ts';
import { messageLine } from './wording.ts';

export interface SarifOptions {
  /** The version of the tool that judged. */
  readonly version: string;
  /** Describes a code; codes it does not know are listed without text. */
  readonly rule: (code: string) => RuleSummary | undefined;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0 with one run, for code scanning. */
export function sarifRenderer({ version, rule }: SarifOptions): Renderer {
  const codes = new Set<string>();
  const seen = new Map<string, number>();
  let results = 0;
  const render = (pack: PackReport, diagnostic: Diagnostic): string => {
    codes.add(diagnostic.code);
    const print = fingerprintOf(pack, diagnostic, seen);
    return `${results++ === 0 ? '' : ','}\n${toJson(resultOf(pack, diagnostic, print))}`;
  };
  return {
    start: () =>
      `{"$schema":${toJson(SCHEMA)},"version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`,
    pack: (report) => report.opened.diagnostics.map((diagnostic) => render(report, diagnostic)).join(''),
    end: () => {
      const rules = [...codes].sort().map((code) => ruleOf(code, rule(code)));
      return `\n],"tool":${toJson({ driver: { name: 'packwright', version, rules } })}}]}\n`;
    },
  };
}

const ruleOf = (code: string, known: RuleSummary | undefined) => ({
  id: code,
  ...(known && {
    name: known.name,
    shortDescription: { text: known.summary },
    defaultConfiguration: { level: known.severity },
  }),
  helpUri: rulePage(code),
});

const resultOf = (pack: PackReport, diagnostic: Diagnostic, print: string) => ({
  ruleId: diagnostic.code,
  level: diagnostic.severity,
  message: { text: messageLine(diagnostic) },
  locations: [{ physicalLocation: physicalLocation(pack, diagnostic) }],
  ...(diagnostic.related && {
    relatedLocations: diagnostic.related.map((related, index) => relatedLocation(pack, related, index)),
  }),
  partialFingerprints: { 'packwright/v1': print },
  ...(diagnostic.fix && { fixes: [fixOf(pack, diagnostic.fix)] }),
});

const relatedLocation = (pack: PackReport, related: RelatedLocation, index: number) => ({
  id: index + 1,
  message: { text: visible(related.message) },
  physicalLocation: physicalLocation(pack, related),
});

const physicalLocation = (pack: PackReport, location: Location) => ({
  artifactLocation: { uri: uriOf(pack, location.file) },
  ...(sourceOf(pack, location.file) && { region: region(pack, location.file, location.span) }),
});

function region(pack: PackReport, file: string, span: Span) {
  const { start, end } = placeOf(pack, { file, span });
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function fixOf(pack: PackReport, { title, edits }: Fix) {
  const files = [...new Set(edits.map((edit) => edit.file))];
  return {
    description: { text: visible(title) },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(pack, file) },
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ span, newText }) => ({
          deletedRegion: region(pack, file, span),
          insertedContent: { text: newText },
        })),
    })),
  };
}

/** Stays the same when lines move: made of code, path, quoted text, and which one of its likes it is. */
function fingerprintOf(
  pack: PackReport,
  { code, file, span }: Diagnostic,
  seen: Map<string, number>,
): string {
  const quoted = sourceOf(pack, file)?.text.slice(span.start, Math.min(span.end, span.start + 1000)) ?? '';
  const print = fingerprint([code, uriOf(pack, file), quoted].join('\n'));
  const before = seen.get(print) ?? 0;
  seen.set(print, before + 1);
  return `${print}:${before + 1}`;
}
