import type { PackView, Requirements, Runnable } from '@packwright/schema/views';
import { compareUtf8, foldWhitespace } from '@packwright/values';
import type { EmisarPackFiles } from './pack.ts';
import { summaryOf } from './summary.ts';

/** The read model of an emisar pack without errors. */
export function viewOf(pack: EmisarPackFiles, digest: string): PackView {
  const { id, version, name, description } = pack.manifest.value;
  return {
    card: {
      format: 'emisar',
      id,
      version,
      title: foldWhitespace(name) || id,
      summary: foldWhitespace(description),
      category: 'uncategorised',
      digest,
    },
    runnable: runnable(pack),
    requirements: requirements(pack),
  };
}

function runnable({ actions }: EmisarPackFiles): Runnable {
  const views = actions.map(({ action }) => ({
    id: action.id,
    title: foldWhitespace(action.title),
    summary: summaryOf(action) ?? '',
    description: foldWhitespace(action.description),
    kind: action.kind,
    risk: action.risk,
    sideEffects: sideEffects(action.side_effects),
    searchTerms: (action.search_terms ?? []).map(foldWhitespace).filter((term) => term !== ''),
    args: (action.args ?? []).map((arg) => ({
      name: arg.name,
      type: arg.type,
      description: arg.description ?? '',
      required: arg.required === true,
      sensitive: arg.sensitive === true,
      default: arg.default === undefined || arg.default === null ? null : jsonText(arg.default),
    })),
  }));
  return { actions: views.sort((a, b) => compareUtf8(a.id, b.id)) };
}

function requirements({ manifest }: EmisarPackFiles): Requirements {
  const { requires, setup } = manifest.value;
  return {
    os: requires?.os ?? [],
    binaries: requires?.binaries ?? [],
    env: (setup?.env ?? []).map(({ name, required, description }) => ({
      name,
      required: required === true,
      description: description ?? '',
    })),
  };
}

/** The single entry `none` says that a run changes nothing (specs/emisar 2.1). */
function sideEffects(entries: readonly string[]): string[] {
  const folded = entries.map(foldWhitespace);
  return folded.length === 1 && folded[0]?.toLowerCase() === 'none' ? [] : folded;
}

function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  return JSON.stringify(value);
}
