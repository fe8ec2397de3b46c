import {
  type AttuneKind,
  type AttunePackDocument,
  AttunePackRef,
  type AttuneProfile,
} from '@packwright/schema/attune';
import { SourceText } from '../source/source-text.ts';
import { type LocatedDocument, readDocument, unreadable } from '../structure/document.ts';
import { yamlDiagnostics } from '../structure/faults.ts';
import { pckRules } from '../structure/pck-rules.ts';
import { readText } from '../structure/read-text.ts';
import { lookup } from '../tree/lookup.ts';
import { type PackTree, TreeReadError } from '../tree/pack-tree.ts';
import {
  type AttuneData,
  type AttunePackFiles,
  type Component,
  type ComponentKind,
  kindOf,
  qualified,
} from './pack.ts';
import { attuneProfiles, profileOf, unjudged } from './profile.ts';
import { type ComponentFile, LIMITS, type Scan, scanTree } from './scan.ts';

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
  const scan = scanTree(tree);
  const files = textsOf(tree, scan, sources);
  const assumed = forced ?? (attuneProfiles[0] as AttuneProfile);
  const read = readAll(manifest, files, assumed);
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

function textsOf(tree: PackTree, scan: Scan, sources: Map<string, SourceText>): ReadFile[] {
  return scan.components.slice(0, LIMITS.metadataFiles).flatMap((file) => {
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
    components: files.map(({ file: { kind, path, isLegacy }, source: text }) => ({
      kind,
      isLegacy,
      document: (text instanceof SourceText
        ? readDocument(path, text, kindOf(kind, profile))
        : text) as LocatedDocument<AttuneData[ComponentKind]>,
    })),
  };
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
  const ref = AttunePackRef.safeParse(written).success ? written : '';
  const isRead = ({ document, isLegacy }: (typeof components)[number]) =>
    document.locator !== undefined && !(isLegacy && document.diagnostics.length > 0);
  const read = components.filter(isRead).map((component): Component => {
    const { kind, document } = component;
    const own = textAt(document.value, 'ref');
    const full = SHORT_REFS.has(kind) ? qualified(own, ref) : own;
    return { ...component, value: document.value, ref: full };
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
