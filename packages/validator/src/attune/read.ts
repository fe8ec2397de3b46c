import type { AttuneKind, AttunePackDocument, AttuneProfile } from '@packwright/schema/attune';
import { attunePackRefForm } from '@packwright/schema/attune/forms';
import { attuneRealKeys } from '@packwright/schema/attune/keys';
import { fitsOf } from '@packwright/schema/form';
import type { z } from 'zod';
import { SourceText } from '../source/source-text.ts';
import { type LocatedDocument, readDocument, unreadable } from '../structure/document.ts';
import { yamlDiagnostics } from '../structure/faults.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { readText } from '../structure/read-text.ts';
import { lookup } from '../tree/lookup.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import { deeperGraphs, withGraphs } from './deeper-graphs.ts';
import {
  type AttuneData,
  type AttunePackFiles,
  type Component,
  type ComponentKind,
  formOfKind,
  kindOf,
  qualified,
  workflowActions,
} from './pack.ts';
import { attuneProfiles, profileOf, unjudged } from './profile.ts';
import { type ComponentFile, LIMITS, type Scan, scanTree } from './scan.ts';
import { attuneSchemas } from './schemas-on-demand.ts';

const isPackRef = fitsOf(attunePackRefForm);

/** Kinds whose refs may leave the pack out (spec 2.1). */
const SHORT_REFS: ReadonlySet<AttuneKind> = new Set(['rule', 'policy', 'dashboard', 'queue']);

/** A manifest or a component as text, before its profile is known. */
interface ReadFile {
  readonly file: ComponentFile;
  /** The text, or the document that says why there is none. */
  readonly source: SourceText | LocatedDocument<unknown>;
}

/** Every document of a pack, read once, or a second time where the profile turns out to be another. */
export function readPack(
  tree: PackTree,
  manifest: { readonly file: string; readonly source: SourceText },
  forced: AttuneProfile | undefined,
  sources: Map<string, SourceText>,
): AttunePackFiles {
  const shallow = scanTree(tree);
  const assumed = forced ?? (attuneProfiles[0] as AttuneProfile);
  const listed = textsOf(tree, shallow.components, sources);
  const first = readAll(manifest, listed, assumed);
  const graphs = deeperGraphs(tree, shallow, actionsIn(first));
  const named = textsOf(tree, graphs, sources);
  const files = [...listed, ...named];
  const scan = withGraphs(shallow, graphs);
  const read = { ...first, components: [...first.components, ...componentsOf(named, assumed)] };
  if (forced !== undefined) return packOf(tree, scan, forced, read, sources);
  const documents = [
    unjudged('pack', read.manifest),
    ...read.components.map(({ kind, document }) => unjudged(kind, document)),
  ];
  const profile = profileOf(documents, hasOldGraphsOnly(scan));
  const judged = profile === assumed ? read : readAll(manifest, files, profile);
  return packOf(tree, scan, profile, judged, sources);
}

function hasOldGraphsOnly({ components }: Scan): boolean {
  const graphs = components.filter(({ kind }) => kind === 'workflow');
  return graphs.length > 0 && graphs.every(({ isLegacy }) => isLegacy);
}

function actionsIn({ components }: ReadDocuments): Readonly<Record<string, unknown>>[] {
  return components.flatMap(({ kind, document }) =>
    kind === 'action' ? [unjudged(kind, document).value] : [],
  );
}

function textsOf(
  tree: PackTree,
  components: readonly ComponentFile[],
  sources: Map<string, SourceText>,
): ReadFile[] {
  return components.slice(0, LIMITS.metadataFiles).flatMap((file) => {
    const { found } = lookup(tree, file.path);
    // One that is too large is the business of a rule.
    if (found.kind !== 'file' || found.size > LIMITS.fileBytes) return [];
    return { file, source: textOf(file, found.bytes, sources) };
  });
}

function textOf(
  { path, kind }: ComponentFile,
  bytes: () => Uint8Array,
  sources: Map<string, SourceText>,
): ReadFile['source'] {
  try {
    const { source, fault } = readText(bytes());
    sources.set(path, source);
    if (!fault) return source;
    return unreadable(path, kindOf(kind, 'real'), yamlDiagnostics(path, [fault]));
  } catch (error) {
    if (!(error instanceof TreeReadError)) throw error;
    const fault = {
      code: pckRules.unreadable.code,
      severity: 'error',
      file: path,
      span: { start: 0, end: 0 },
      message: error.message,
      hint: 'let the user who runs this read the file',
    } as const;
    return unreadable(path, kindOf(kind, 'real'), [fault]);
  }
}

interface ReadDocuments {
  readonly manifest: LocatedDocument<AttunePackDocument>;
  readonly components: readonly Omit<Component, 'ref' | 'value'>[];
}

function readAll(
  { file, source }: { readonly file: string; readonly source: SourceText },
  files: readonly ReadFile[],
  profile: AttuneProfile,
): ReadDocuments {
  return {
    manifest: readDocument(file, source, kindOf('pack', profile)),
    components: componentsOf(files, profile),
  };
}

function componentsOf(files: readonly ReadFile[], profile: AttuneProfile): ReadDocuments['components'] {
  return files.map(({ file: { kind, path, isLegacy }, source: text }) => ({
    kind,
    isLegacy,
    document: (text instanceof SourceText
      ? readComponent(path, text, kind, profile)
      : text) as LocatedDocument<AttuneData[ComponentKind]>,
  }));
}

/** What an action without a graph is run by. */
const PROGRAM: ReadonlySet<string> = new Set(['entry_point', 'runner_type']);

/** Beside a graph nothing else of an action is run, so that nothing is wrong with it. */
function readComponent(
  path: string,
  source: SourceText,
  kind: ComponentKind,
  profile: AttuneProfile,
): LocatedDocument<unknown> {
  const document: LocatedDocument<unknown> = readDocument(path, source, kindOf(kind, profile));
  if (kind !== 'action' || profile === 'seed' || document.diagnostics.length === 0) return document;
  const { workflow_file: graph } = unjudged(kind, document).value;
  if (typeof graph !== 'string' || graph.trim() === '') return document;
  const read = readDocument(path, source, workflowActions);
  const says = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  const kept = Object.entries(read.value).filter(([key, value]) => !PROGRAM.has(key) || says(value));
  return { ...read, value: Object.fromEntries(kept) };
}

function packOf(
  tree: PackTree,
  scan: Scan,
  profile: AttuneProfile,
  { manifest, components }: ReadDocuments,
  sources: Map<string, SourceText>,
): AttunePackFiles {
  // By a ref of another form nothing can be told.
  const written = textAt(manifest.value, 'ref');
  const ref = isPackRef(written) ? written : '';
  const isRead = ({ document, isLegacy }: (typeof components)[number]) =>
    document.locator !== undefined && !(isLegacy && document.diagnostics.length > 0);
  const read = components.filter(isRead).map((component): Component => {
    const { kind, document } = component;
    const own = textAt(document.value, 'ref');
    const full = SHORT_REFS.has(kind) ? qualified(own, ref) : own;
    const value = profile === 'seed' ? withoutUnfit(kind, document.value) : document.value;
    return { ...component, value, ref: full };
  });
  const of = <K extends ComponentKind>(kind: K) =>
    read.filter((component): component is Component<K> & Component => component.kind === kind);
  return {
    tree,
    profile,
    ref,
    manifest,
    components: {
      'permission-set': of('permission-set'),
      runtime: of('runtime'),
      trigger: of('trigger'),
      action: of('action'),
      workflow: of('workflow'),
      dashboard: of('dashboard'),
      queue: of('queue'),
      policy: of('policy'),
      rule: of('rule'),
      sensor: of('sensor'),
      cache: of('cache'),
    },
    unread: components.filter((component) => !isRead(component)),
    scan,
    configSchema: profile === 'seed' ? configSchemaOf(tree, sources) : undefined,
  };
}

/** What a seed document does not describe may be anything; rules read it only where the live loader could. */
function withoutUnfit<K extends ComponentKind>(kind: K, value: AttuneData[K]): AttuneData[K] {
  const written: Readonly<Record<string, unknown>> = { ...value };
  const unfit = (attuneRealKeys[kind] ?? []).filter(
    (key) => Object.hasOwn(written, key) && !fits(kind, key, written[key]),
  );
  if (unfit.length === 0) return value;
  return Object.fromEntries(Object.entries(written).filter(([key]) => !unfit.includes(key))) as AttuneData[K];
}

/** Whether a value is right for a key of the live document. */
function fits(kind: AttuneKind, key: string, value: unknown): boolean {
  const form = formOfKind(kind, 'real');
  const field = form.kind === 'struct' ? form.fields[key] : undefined;
  if (!field || fitsOf(field)(value)) return true;
  const { shape } = attuneSchemas.part.attuneDocuments[kind].real;
  return (shape as Readonly<Record<string, z.ZodType>>)[key]?.safeParse(value).success !== false;
}

const CONFIG_SCHEMA = 'config.schema.yaml';

function configSchemaOf(tree: PackTree, sources: Map<string, SourceText>): AttunePackFiles['configSchema'] {
  const { found } = lookup(tree, CONFIG_SCHEMA);
  if (found.kind !== 'file' || found.size > LIMITS.fileBytes) return undefined;
  try {
    const { source, fault } = readText(found.bytes());
    sources.set(CONFIG_SCHEMA, source);
    return fault ? undefined : { file: CONFIG_SCHEMA, source };
  } catch (error) {
    // Reading all files for the checksum says so.
    if (error instanceof TreeReadError) return undefined;
    throw error;
  }
}

/** The checker trims refs before it looks at them. */
function textAt(value: unknown, key: string): string {
  const found = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return typeof found === 'string' ? found.trim() : '';
}
