import { rulePage } from './docs.ts';
import { placeOf } from './place.ts';
import { countBySeverity, type PackReport, type Renderer } from './report.ts';
import { toJson } from './visible-json.ts';

/** One JSON document; its shape is published as a JSON Schema and keys keep this order. */
export function jsonRenderer(): Renderer {
  let shown = 0;
  return {
    start: () => '{\n  "packs": [',
    pack: (report) => `${shown++ === 0 ? '' : ','}\n${indented(packOf(report), 4)}`,
    end: ({ packs, errors, warnings }) => {
      const close = shown === 0 ? ']' : '\n  ]';
      return `${close},\n  "summary": ${indented({ packs, errors, warnings }, 2).trimStart()}\n}\n`;
    },
  };
}

const indented = (value: unknown, by: number): string => toJson(value, 2).replace(/^/gm, ' '.repeat(by));

function packOf(pack: PackReport) {
  const { path, opened } = pack;
  return {
    path,
    format: opened.format,
    profile: opened.profile,
    id: opened.id,
    version: opened.version,
    ok: countBySeverity(opened).errors === 0,
    digest: opened.digest,
    diagnostics: opened.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      file: diagnostic.file,
      ...placeOf(pack, diagnostic),
      message: diagnostic.message,
      hint: diagnostic.hint ?? null,
      docs: rulePage(diagnostic.code),
    })),
  };
}
