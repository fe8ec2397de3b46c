import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';

/** One YAML file of a pack, wherever it comes from. */
export interface AuthoredText {
  readonly id: string;
  readonly document: 'pack' | 'action';
  readonly text: string;
  /** Whether the reference loader takes the pack. */
  readonly accepted: boolean;
}

type ConformanceRow = { readonly ok: boolean } & (
  | { readonly case: string; readonly files: Record<string, { readonly text?: string }> }
  | { readonly id: string; readonly file: string; readonly text?: string }
);

const documentOf = (path: string) => (basename(path) === 'pack.yaml' ? 'pack' : 'action');

/** Every YAML file below a folder of packs; a path with `/bad/` in it is of a pack that is refused. */
export function textsIn(folder: string): AuthoredText[] {
  return globSync('**/*.yaml', { cwd: folder })
    .sort()
    .map((path) => ({
      id: path,
      document: documentOf(path),
      text: readFileSync(join(folder, path), 'utf8'),
      accepted: !path.includes('/bad/'),
    }));
}

/** Every YAML text of a conformance file. */
export function textsOf(file: string): AuthoredText[] {
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n');
  return rows.flatMap((line) => rowTexts(JSON.parse(line) as ConformanceRow));
}

function rowTexts(row: ConformanceRow): AuthoredText[] {
  const id = 'case' in row ? row.case : row.id;
  const files = 'case' in row ? Object.entries(row.files) : [[row.file, row] as const];
  return files.flatMap(([path, { text }]) =>
    text === undefined || !path.endsWith('.yaml')
      ? []
      : [{ id, document: documentOf(path), text, accepted: row.ok }],
  );
}

/** The value as an editor reads it, or undefined where the text is no YAML. */
export function plainValue(text: string): { readonly value: unknown } | undefined {
  try {
    const document = parseDocument(text, { merge: true, logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : { value: document.toJS() };
  } catch {
    return undefined;
  }
}
