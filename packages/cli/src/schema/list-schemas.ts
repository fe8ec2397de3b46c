import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ListedSchema {
  /** Format and document, such as `emisar/pack`. */
  readonly name: string;
  readonly title: string;
  /** Where it is published, its `$id`. */
  readonly address: string;
  /** Absolute path. */
  readonly file: string;
  /** The files of a workspace that it describes, as editors match them; empty for what no one writes by hand. */
  readonly fileMatch: readonly string[];
}

interface SchemaIndex {
  readonly schemas: readonly {
    readonly format: string;
    readonly document: string;
    readonly title: string;
    readonly id: string;
    readonly path: string;
    readonly fileMatch: readonly string[];
  }[];
}

/** The published schemas: of the documents of every format, and of our own output. */
export function listSchemas(): readonly ListedSchema[] {
  const home = import.meta.resolve('@packwright/json-schemas');
  const index = JSON.parse(readFileSync(new URL(home), 'utf8')) as SchemaIndex;
  const documents = index.schemas.map(({ format, document, title, id, path, fileMatch }) => ({
    name: `${format}/${document}`,
    title,
    address: id,
    file: fileURLToPath(new URL(path, home)),
    fileMatch,
  }));
  return [...documents, ownOutput()];
}

const ownOutput = (): ListedSchema => ({
  name: 'packwright/validate-output',
  title: 'what `packwright validate --output json` prints',
  address: 'https://packwright.dev/schemas/packwright/v1/validate-output.schema.json',
  file: fileURLToPath(new URL('../schemas/validate-output.schema.json', import.meta.url)),
  fileMatch: [],
});

export const readSchema = ({ file }: ListedSchema): string => readFileSync(file, 'utf8');
