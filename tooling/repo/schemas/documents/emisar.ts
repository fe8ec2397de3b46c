import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import type { DocumentedFormat } from './documented-format.ts';

const emisar = { format: 'emisar', subject: 'emisar packs', version: 'v1', fileMatch: [] } as const;

const first = (what: string) => ({
  key: 'schema_version',
  schema: { type: 'number', const: 1, description: `An emisar ${what} begins with \`schema_version: 1\`.` },
});

export const emisarFormat: DocumentedFormat = {
  format: 'emisar',
  name: 'emisar',
  documents: [
    { ...emisar, document: 'pack', schema: EmisarPack, files: ['pack.yaml'] },
    { ...emisar, document: 'action', schema: EmisarAction, files: ['actions/*.yaml'] },
  ],
  claims: {
    pack: {
      title: 'emisar pack',
      any: ['schema_version', 'id', 'vendor', 'requires', 'detect', 'setup', 'actions'],
      none: ['ref'],
      first: first('pack'),
    },
    action: {
      title: 'emisar action',
      any: [
        ...['schema_version', 'id', 'title', 'kind', 'risk', 'execution', 'side_effects', 'search_terms'],
        'args',
      ],
      none: ['ref'],
      first: first('action'),
    },
  },
};
