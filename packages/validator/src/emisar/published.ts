import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { foldWhitespace, formatGoDuration, parseConfigDuration } from '@packwright/values';
import type { Manifest, PublishedPack } from '../format.ts';
import { readDocument } from '../structure/document.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { hashEntries } from './digest.ts';
import { type EmisarPackFiles, manifestKind } from './pack.ts';
import { readPack } from './read.ts';
import { summaryOf } from './summary.ts';

/** What a registry publishes of a pack without errors (specs/emisar 5.3): what its digest covers, and its entry. */
export function publishedPack(tree: PackTree, { file, bytes, source }: Manifest): PublishedPack {
  const pack = readPack(tree, readDocument(file, source, manifestKind), new Map());
  return { files: hashEntries(file, bytes, pack), entry: catalogEntry(pack) };
}

function catalogEntry({ manifest, actions }: EmisarPackFiles): Readonly<Record<string, unknown>> {
  const { name, description, vendor, homepage, requires, detect, retired_below } = manifest.value;
  return {
    name: foldWhitespace(name),
    description: foldWhitespace(description),
    vendor: vendor || 'emisar',
    homepage: homepage ?? '',
    requires: { os: requires?.os ?? [], binaries: requires?.binaries ?? [] },
    detect: {
      binaries: detect?.binaries ?? [],
      processes: detect?.processes ?? [],
      ports: detect?.ports ?? [],
    },
    actions: actions.map(({ action }) => projection(action)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...(retired_below && { retired_below }),
  };
}

/** What models are shown of an action (specs/emisar 2.12), with the command that a catalog adds. */
function projection(action: EmisarActionDocument) {
  const effects = action.side_effects.map(foldWhitespace);
  return {
    id: action.id,
    title: foldWhitespace(action.title),
    summary: summaryOf(action) ?? '',
    description: foldWhitespace(action.description),
    kind: action.kind,
    risk: action.risk,
    side_effects: effects.length === 1 && effects[0]?.toLowerCase() === 'none' ? [] : effects,
    args: (action.args ?? []).map((arg) => ({
      name: arg.name,
      type: arg.type,
      required: arg.required === true,
      ...(arg.sensitive && { sensitive: true }),
      ...(arg.default != null && {
        default: arg.type === 'duration' ? goDuration(String(arg.default)) : arg.default,
      }),
      ...(arg.description && { description: foldWhitespace(arg.description) }),
      ...(arg.validation && { validation: validation(arg.validation) }),
    })),
    examples: (action.examples ?? []).map(({ title, args }) => ({
      title: foldWhitespace(title ?? ''),
      args: args ?? {},
    })),
    search_terms: (action.search_terms ?? []).map(foldWhitespace),
    ...(action.output.schema && { output_schema: action.output.schema }),
    ...(action.kind === 'exec' && { command: action.execution.command }),
  };
}

const DURATIONS = ['min_duration', 'max_duration'];

const validation = (bounds: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(bounds).map(([key, value]) => [
      key,
      DURATIONS.includes(key) ? goDuration(String(value)) : value,
    ]),
  );

function goDuration(text: string): string {
  const parsed = parseConfigDuration(text);
  return parsed.ok ? formatGoDuration(parsed.nanoseconds) : text;
}
