import { attuneDocuments } from './documents/attune.ts';
import type { AuthoredDocument } from './documents/authored-document.ts';
import { emisarDocuments } from './documents/emisar.ts';
import { packwrightDocuments } from './documents/packwright.ts';

/** Every document that authors and operators write, by format. */
export const authoredDocuments: readonly AuthoredDocument[] = [
  ...emisarDocuments,
  ...attuneDocuments,
  ...packwrightDocuments,
];

/** Path of a document's schema below the schema base. */
export const schemaPath = ({ format, version, document }: AuthoredDocument) =>
  `${format}/${version}/${document}.schema.json`;
