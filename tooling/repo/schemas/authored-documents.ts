import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import type { z } from 'zod';

/** A document that authors write and editors help with. */
export interface AuthoredDocument {
  readonly format: string;
  /** Revision of the document format; a path segment of the schema's address. */
  readonly version: string;
  readonly document: string;
  readonly schema: z.ZodType;
  /** Globs as YAML language servers read them: without a leading `**` they match at any depth. */
  readonly fileMatch: readonly string[];
}

export const authoredDocuments: readonly AuthoredDocument[] = [
  { format: 'emisar', version: 'v1', document: 'pack', schema: EmisarPack, fileMatch: ['pack.yaml'] },
  {
    format: 'emisar',
    version: 'v1',
    document: 'action',
    schema: EmisarAction,
    fileMatch: ['actions/*.yaml'],
  },
];

/** Path of a document's schema below the schema base. */
export const schemaPath = ({ format, version, document }: AuthoredDocument) =>
  `${format}/${version}/${document}.schema.json`;
