import { PackwrightConfig } from '@packwright/schema/config';
import type { AuthoredDocument } from './authored-document.ts';

/** What operators write for the tool itself. */
export const packwrightDocuments: readonly AuthoredDocument[] = [
  {
    format: 'packwright',
    subject: 'the settings',
    version: 'v1',
    document: 'config',
    schema: PackwrightConfig,
    files: ['packwright.yaml'],
    fileMatch: ['packwright.yaml'],
  },
];
