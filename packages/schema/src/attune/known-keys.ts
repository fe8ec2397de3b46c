import type { AttuneKind } from './documents.ts';

/** Keys that the live loader passes over although documents name them, with the key it reads instead, if any. */
export const attuneUnreadKeys: Readonly<
  Partial<Record<AttuneKind, Readonly<Record<string, string | null>>>>
> = {
  action: {
    name: null,
    timeout: 'timeout_seconds',
    output_schema: 'output',
    out_schema: 'output',
    tags: null,
    examples: null,
  },
  sensor: { name: null, poll_interval: null, tags: null, meta: null, examples: null },
  trigger: {
    name: null,
    type: null,
    parameters_schema: 'parameters',
    payload_schema: 'output',
    tags: null,
    examples: null,
  },
  rule: { name: null, tags: null },
};

/** Keys under an older or a second name, with the name they are better written under. Both are read. */
export const attuneAliases: Readonly<Partial<Record<AttuneKind, Readonly<Record<string, string>>>>> = {
  pack: { name: 'label', config_schema: 'conf_schema', metadata: 'meta', keywords: 'tags' },
  sensor: { trigger_type: 'trigger_types' },
  rule: { permission_set_ref: 'permission_set_refs' },
};

/** Keys that only the seed document knows, or that mean something only there. */
export const attuneSeedKeys: Readonly<Partial<Record<AttuneKind, readonly string[]>>> = {
  action: ['name', 'output_schema', 'timeout'],
  sensor: ['name', 'poll_interval'],
  trigger: ['name', 'type', 'parameters_schema', 'payload_schema'],
};

/** Keys that only the live loader reads. */
export const attuneRealKeys: Readonly<Partial<Record<AttuneKind, readonly string[]>>> = {
  pack: [
    'dependencies',
    'worker_selector',
    'worker_tolerations',
    'worker_affinity',
    'testing',
    'config_schema',
    'metadata',
    'keywords',
    'name',
  ],
  action: [
    'label',
    'output',
    'output_format',
    'timeout_seconds',
    'runtime_version',
    'required_worker_runtimes',
    'worker_selector',
    'worker_tolerations',
    'worker_affinity',
    'accesses_mcp',
    'default_execution_permission_set_refs',
    'reference_visibility',
    'reference_allowed_pack_refs',
    'log_retention_policy',
    'log_retention_limit',
    'artifact_retention_policy',
    'artifact_retention_limit',
    'workflow_file',
    'launch',
  ],
  sensor: [
    'label',
    'config',
    'trigger_type',
    'runtime_version',
    'worker_selector',
    'worker_tolerations',
    'worker_affinity',
    'log_retention_policy',
    'log_retention_limit',
    'artifact_retention_policy',
    'artifact_retention_limit',
    'launch',
  ],
  trigger: ['label', 'parameters', 'output', 'reference_visibility', 'reference_allowed_pack_refs'],
};
