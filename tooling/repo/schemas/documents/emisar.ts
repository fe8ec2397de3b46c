import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import type { AuthoredDocument } from './authored-document.ts';

const emisar = { format: 'emisar', subject: 'emisar packs', version: 'v1', fileMatch: [] } as const;

export const emisarDocuments: readonly AuthoredDocument[] = [
  { ...emisar, document: 'pack', schema: EmisarPack, files: ['pack.yaml'] },
  { ...emisar, document: 'action', schema: EmisarAction, files: ['actions/*.yaml'] },
];
