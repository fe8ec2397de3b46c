const text = { type: 'string' };
const texts = { type: 'array', items: text };
const release = {
  version: { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)*$' },
  content_hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  tarball_url: { type: 'string', minLength: 1, description: 'An address, or a path below the registry.' },
  actions: { type: 'array', items: { $ref: '#/definitions/action' } },
};
const RELEASE = ['version', 'content_hash', 'tarball_url'];

/** The form of `v1/catalog.json` (specs/emisar 5.3). Further keys may come, so none is refused. */
export const catalogSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Catalog of a registry of action packs',
  type: 'object',
  required: ['schema_version', 'packs'],
  properties: {
    schema_version: { const: 4 },
    packs: { type: 'array', items: { $ref: '#/definitions/pack' }, description: 'By id, each once.' },
  },
  definitions: {
    pack: {
      type: 'object',
      required: ['id', 'name', 'description', ...RELEASE, 'actions'],
      properties: {
        ...{ id: text, name: text, description: text, vendor: text, homepage: text, source_url: text },
        ...release,
        requires: { type: 'object', properties: { os: texts, binaries: texts } },
        detect: {
          type: 'object',
          properties: {
            binaries: texts,
            processes: texts,
            ports: { type: 'array', items: { type: 'integer' } },
          },
        },
        previous_versions: {
          type: 'array',
          maxItems: 3,
          items: { type: 'object', required: RELEASE, properties: release },
          description: 'The versions that stay available, the last one first.',
        },
        retired_below: { ...release.version, description: 'Versions below it run no more.' },
      },
    },
    action: {
      type: 'object',
      required: ['id', 'title', 'summary', 'description', 'kind', 'risk', 'side_effects', 'args'],
      properties: {
        ...{ id: text, title: text, summary: text, description: text },
        kind: { enum: ['exec', 'script'] },
        risk: { enum: ['low', 'medium', 'high', 'critical'] },
        side_effects: texts,
        args: { type: 'array', items: { type: 'object', required: ['name', 'type', 'required'] } },
        examples: { type: 'array', items: { type: 'object', required: ['title', 'args'] } },
        search_terms: texts,
      },
    },
  },
} as const;
