import { attuneFormat } from './documents/attune.ts';
import type { AuthoredDocument } from './documents/authored-document.ts';
import type { DocumentedFormat } from './documents/documented-format.ts';
import { emisarFormat } from './documents/emisar.ts';
import { evershellFormat } from './documents/evershell.ts';
import { packwrightDocuments } from './documents/packwright.ts';

/** The formats that editors are told about, in the order in which they are offered. */
export const documentedFormats: readonly DocumentedFormat[] = [emisarFormat, attuneFormat, evershellFormat];

/** Every document that authors and operators write, by format. */
export const authoredDocuments: readonly AuthoredDocument[] = [
  ...documentedFormats.flatMap(({ documents }) => documents),
  ...packwrightDocuments,
];

/** Path of a document's schema below the schema base. */
export const schemaPath = ({ format, version, document }: AuthoredDocument) =>
  `${format}/${version}/${document}.schema.json`;
