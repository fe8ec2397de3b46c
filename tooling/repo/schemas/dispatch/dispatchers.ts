import type { Dispatcher } from './dispatcher.ts';

/** The keys that only StackStorm's manifests have beside `name`. */
const stackStormPeople = ['author', 'email', 'keywords', 'python_versions', 'contributors'];

/** A dispatcher for each kind of file that several formats have under one name. */
export const dispatchers: readonly Dispatcher[] = [
  {
    document: 'pack',
    title: 'pack manifest',
    fileMatch: ['pack.yaml'],
    claims: [
      {
        format: 'emisar',
        title: 'emisar pack',
        any: ['schema_version', 'id', 'vendor', 'requires', 'detect', 'setup', 'actions'],
        none: ['ref'],
      },
      { format: 'attune', title: 'Attune pack', any: ['ref', 'label', 'conf_schema'] },
      { format: undefined, title: 'StackStorm pack', any: stackStormPeople, all: ['name'] },
    ],
    pick: {
      keys: {
        schema_version: {
          type: 'number',
          const: 1,
          description: 'An emisar pack begins with `schema_version: 1`.',
        },
        ref: { type: 'string', description: 'An Attune pack begins with its `ref`.' },
      },
      message: 'no key tells the format of the pack: add schema_version (emisar) or ref (Attune)',
    },
  },
  {
    document: 'action',
    title: 'action of a pack',
    fileMatch: ['actions/*.yaml', 'actions/*.yml'],
    claims: [
      {
        format: 'emisar',
        title: 'emisar action',
        any: [
          'schema_version',
          'id',
          'title',
          'kind',
          'risk',
          'execution',
          'side_effects',
          'search_terms',
          'args',
        ],
        none: ['ref'],
      },
      { format: 'attune', title: 'Attune action', any: ['ref', 'label'] },
      { format: undefined, title: 'StackStorm action', any: ['runner_type'], all: ['name'] },
    ],
    pick: {
      keys: {
        schema_version: {
          type: 'number',
          const: 1,
          description: 'An emisar action begins with `schema_version: 1`.',
        },
        ref: { type: 'string', description: 'An Attune action begins with its `ref`.' },
      },
      message: 'no key tells the format of the action: add schema_version (emisar) or ref (Attune)',
    },
  },
];
