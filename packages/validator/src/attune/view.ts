import type { PackView, RunnableAction } from '@packwright/schema/views';
import { compareUtf8, foldWhitespace } from '@packwright/values';
import { categoryOf } from './category.ts';
import { readSchema, type SchemaProperty, secretPaths } from './dialect/index.ts';
import type { AttunePackFiles, Component } from './pack.ts';

/** The read model of an Attune pack without errors. */
export function viewOf(pack: AttunePackFiles, digest: string): PackView {
  const { ref, version, label, name, description, meta, metadata, runtime_deps } = pack.manifest.value;
  return {
    card: {
      format: 'attune',
      id: ref,
      version,
      title: foldWhitespace(label ?? name ?? '') || titleOf(ref),
      summary: foldWhitespace(description ?? ''),
      category: categoryOf((meta ?? metadata)?.category),
      digest,
    },
    runnable: {
      actions: pack.components.action.map(actionView).sort((a, b) => compareUtf8(a.id, b.id)),
    },
    requirements: {
      os: [],
      binaries: (runtime_deps ?? []).filter(
        (name): name is string => typeof name === 'string' && name !== '',
      ),
      env: [],
    },
  };
}

function actionView({ ref, value }: Component<'action'>): RunnableAction {
  const description = foldWhitespace(value.description ?? '');
  const secrets = new Set(secretPaths(value.parameters).map(([first]) => first));
  return {
    id: ref,
    title: foldWhitespace(value.label ?? '') || titleOf(ref.slice(ref.lastIndexOf('.') + 1)),
    summary: description,
    description,
    kind: value.workflow_file === undefined ? (value.runner_type ?? 'shell') : 'workflow',
    // The format has no word for risk.
    risk: 'unrated',
    sideEffects: [],
    args: readSchema(value.parameters).properties.map((property) => ({
      name: property.name,
      type: property.type ?? 'any',
      description: foldWhitespace(property.description),
      required: property.required,
      sensitive: secrets.has(property.name),
      default: defaultOf(property),
    })),
  };
}

/** As the loader makes a label: `find_host` becomes "Find Host". */
function titleOf(name: string): string {
  const words = name.split('_').filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || name;
}

function defaultOf({ hasDefault, definition }: SchemaProperty): string | null {
  return hasDefault ? jsonText(definition.default) : null;
}

function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${jsonText(item)}`);
  return `{${pairs.join(',')}}`;
}
