import { EvershellCapabilities, EvershellPack } from '@packwright/schema/evershell';
import type { DocumentedFormat } from './documented-format.ts';

const evershell = { format: 'evershell', subject: 'Evershell packs', version: 'v1' } as const;

export const evershellFormat: DocumentedFormat = {
  format: 'evershell',
  name: 'Evershell',
  documents: [
    { ...evershell, document: 'pack', schema: EvershellPack, files: ['pack.yaml'], fileMatch: [] },
    {
      ...evershell,
      document: 'capabilities',
      schema: EvershellCapabilities,
      files: ['caps.yaml'],
      fileMatch: ['caps.yaml'],
    },
  ],
  claims: {
    pack: {
      title: 'Evershell pack',
      any: ['name', 'display_name', 'category', 'capabilities', 'suggested_packs'],
      // Manifests of StackStorm have a `name` too.
      none: ['author', 'email', 'keywords', 'python_versions', 'contributors'],
      first: {
        key: 'name',
        schema: { type: 'string', description: 'An Evershell pack begins with its `name`.' },
      },
    },
  },
};
