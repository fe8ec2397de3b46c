import { type AttuneKind, attuneDocuments as documents } from '@packwright/schema/attune';
import type { AuthoredDocument } from './authored-document.ts';

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

/** One schema per kind. Whatever fits a seed document fits the real one, so the real ones take both. */
export const attuneDocuments: readonly AuthoredDocument[] = [
  { ...attune, document: 'pack', schema: documents.pack.real, files: ['pack.yaml'], fileMatch: [] },
  {
    ...attune,
    document: 'action',
    schema: documents.action.real,
    files: ['actions/*.yaml', 'actions/*.yml'],
    fileMatch: [],
  },
  ...inDirectories,
];
