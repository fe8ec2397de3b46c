import { type AttuneKind, attuneDocuments as documents } from '@packwright/schema/attune';
import type { AuthoredDocument } from './authored-document.ts';
import type { DocumentedFormat } from './documented-format.ts';

/** The directory of each kind that has one to itself. `workflows/` is older, and GitHub's name for something else. */
const directories = {
  sensor: 'sensors',
  trigger: 'triggers',
  rule: 'rules',
  policy: 'policies',
  workflow: 'actions/workflows',
  queue: 'queues',
  cache: 'caches',
  'permission-set': 'permission_sets',
  runtime: 'runtimes',
  dashboard: 'dashboards',
} as const satisfies Partial<Record<AttuneKind, string>>;

const attune = { format: 'attune', subject: 'attune packs', version: 'v1' } as const;

const inDirectories = Object.entries(directories).map(([document, directory]): AuthoredDocument => {
  const files = [`${directory}/*.yaml`, `${directory}/*.yml`];
  return { ...attune, document, schema: documents[document as AttuneKind].real, files, fileMatch: files };
});

const first = (what: string) => ({
  key: 'ref',
  schema: { type: 'string', description: `An Attune ${what} begins with its \`ref\`.` },
});

/** One schema per kind. Whatever fits a seed document fits the real one, so the real ones take both. */
export const attuneFormat: DocumentedFormat = {
  format: 'attune',
  name: 'Attune',
  documents: [
    { ...attune, document: 'pack', schema: documents.pack.real, files: ['pack.yaml'], fileMatch: [] },
    {
      ...attune,
      document: 'action',
      schema: documents.action.real,
      files: ['actions/*.yaml', 'actions/*.yml'],
      fileMatch: [],
    },
    ...inDirectories,
  ],
  claims: {
    pack: { title: 'Attune pack', any: ['ref', 'label', 'conf_schema'], first: first('pack') },
    action: { title: 'Attune action', any: ['ref', 'label'], first: first('action') },
  },
};
