import {
  type AttuneActionDocument,
  type AttuneCacheDocument,
  type AttuneDashboardDocument,
  type AttuneKind,
  type AttunePackDocument,
  type AttunePermissionSetDocument,
  type AttunePolicyDocument,
  type AttuneProfile,
  type AttuneQueueDocument,
  type AttuneRuleDocument,
  type AttuneRuntimeDocument,
  type AttuneSensorDocument,
  type AttuneTriggerDocument,
  AttuneWorkflowAction,
  type AttuneWorkflowDocument,
  attuneDocuments,
} from '@packwright/schema/attune';
import type { z } from 'zod';
import type { SourceText } from '../source/source-text.ts';
import { type DocumentKind, documentKind, type LocatedDocument, withForm } from '../structure/document.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { attuneScalars } from './scalars.ts';
import type { Scan } from './scan.ts';

/** The data of each kind of document. What fits a seed document fits the live one, so one type does for both. */
export interface AttuneData {
  readonly pack: AttunePackDocument;
  readonly action: AttuneActionDocument;
  readonly sensor: AttuneSensorDocument;
  readonly trigger: AttuneTriggerDocument;
  readonly rule: AttuneRuleDocument;
  readonly policy: AttunePolicyDocument;
  readonly workflow: AttuneWorkflowDocument;
  readonly queue: AttuneQueueDocument;
  readonly cache: AttuneCacheDocument;
  readonly 'permission-set': AttunePermissionSetDocument;
  readonly runtime: AttuneRuntimeDocument;
  readonly dashboard: AttuneDashboardDocument;
}

/** A kind of component: everything but the manifest. */
export type ComponentKind = Exclude<AttuneKind, 'pack'>;

/** What an author calls a component of each kind, with its article. */
const TITLES: Readonly<Record<AttuneKind, string>> = {
  pack: 'an Attune pack',
  action: 'an Attune action',
  sensor: 'an Attune sensor',
  trigger: 'an Attune trigger',
  rule: 'an Attune rule',
  policy: 'an Attune policy',
  workflow: 'an Attune workflow',
  queue: 'an Attune queue',
  cache: 'an Attune cache',
  'permission-set': 'an Attune permission set',
  runtime: 'an Attune runtime',
  dashboard: 'an Attune dashboard',
};

/** What an author calls a kind: `permission set`. */
export const nounOf = (kind: AttuneKind): string => kind.replace('-', ' ');

const kinds = new Map<z.ZodType, DocumentKind<unknown>>();

/** How documents of a kind are read under a profile. */
export function kindOf<K extends AttuneKind>(kind: K, profile: AttuneProfile): DocumentKind<AttuneData[K]> {
  const schema: z.ZodType = attuneDocuments[kind][profile];
  const known = kinds.get(schema) ?? documentKind<unknown>(withForm(schema), attuneScalars, TITLES[kind]);
  kinds.set(schema, known);
  return known as DocumentKind<AttuneData[K]>;
}

/** How actions with a graph are read by the live loader. */
export const workflowActions = documentKind(withForm(AttuneWorkflowAction), attuneScalars, TITLES.action);

/** One component of a pack, with the file it is written in. */
export interface Component<K extends ComponentKind = ComponentKind> {
  readonly kind: K;
  readonly document: LocatedDocument<AttuneData[K]>;
  readonly value: AttuneData[K];
  /** Its ref with the pack in front; empty when none is written, as graphs may do. */
  readonly ref: string;
  /** Whether it is a graph in the old place, which the loader skips rather than refuses. */
  readonly isLegacy: boolean;
}

/** An Attune pack as its rules see it. */
export interface AttunePackFiles {
  readonly tree: PackTree;
  readonly profile: AttuneProfile;
  /** The ref of the pack; empty when none could be read. */
  readonly ref: string;
  readonly manifest: LocatedDocument<AttunePackDocument>;
  /** The components whose file could be read, by kind and in the order of the files. */
  readonly components: { readonly [K in ComponentKind]: readonly Component<K>[] };
  /** The files of components that are not YAML. */
  readonly unread: readonly Pick<Component, 'kind' | 'document' | 'isLegacy'>[];
  readonly scan: Scan;
  /** `config.schema.yaml` of a pack in the format of 2024; undefined where there is none, or none that is text. */
  readonly configSchema: { readonly file: string; readonly source: SourceText } | undefined;
}

/** All components of a pack that could be read. */
export function allComponents({ components }: AttunePackFiles): readonly Component[] {
  return Object.values(components).flat();
}

/** A name with the pack in front, as the loader completes it; a name with a dot is complete. */
export function qualified(ref: string, packRef: string): string {
  return ref === '' || ref.includes('.') || packRef === '' ? ref : `${packRef}.${ref}`;
}
