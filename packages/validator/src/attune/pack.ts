import type {
  AttuneActionDocument,
  AttuneCacheDocument,
  AttuneDashboardDocument,
  AttuneKind,
  AttunePackDocument,
  AttunePermissionSetDocument,
  AttunePolicyDocument,
  AttuneProfile,
  AttuneQueueDocument,
  AttuneRuleDocument,
  AttuneRuntimeDocument,
  AttuneSensorDocument,
  AttuneTriggerDocument,
  AttuneWorkflowDocument,
} from '@packwright/schema/attune';
import {
  attuneActionForm,
  attuneActionSeedForm,
  attuneCacheForm,
  attuneDashboardForm,
  attunePackForm,
  attunePackSeedForm,
  attunePermissionSetForm,
  attunePolicyForm,
  attuneQueueForm,
  attuneRuleForm,
  attuneRuntimeForm,
  attuneSensorForm,
  attuneSensorSeedForm,
  attuneTriggerForm,
  attuneTriggerSeedForm,
  attuneWorkflowActionForm,
  attuneWorkflowForm,
} from '@packwright/schema/attune/forms';
import type { Form } from '@packwright/schema/form';
import type { z } from 'zod';
import type { SourceText } from '../source/source-text.ts';
import { type DocumentKind, documentKind, formWith, type LocatedDocument } from '../structure/document.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import { attuneScalars } from './scalars.ts';
import type { Scan } from './scan.ts';
import { attuneSchemas } from './schemas-on-demand.ts';

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

/** The form of each kind of document by profile. */
const forms: Readonly<Record<AttuneKind, Readonly<Record<AttuneProfile, Form>>>> = {
  pack: { real: attunePackForm, seed: attunePackSeedForm },
  action: { real: attuneActionForm, seed: attuneActionSeedForm },
  sensor: { real: attuneSensorForm, seed: attuneSensorSeedForm },
  trigger: { real: attuneTriggerForm, seed: attuneTriggerSeedForm },
  rule: { real: attuneRuleForm, seed: attuneRuleForm },
  policy: { real: attunePolicyForm, seed: attunePolicyForm },
  workflow: { real: attuneWorkflowForm, seed: attuneWorkflowForm },
  queue: { real: attuneQueueForm, seed: attuneQueueForm },
  cache: { real: attuneCacheForm, seed: attuneCacheForm },
  'permission-set': { real: attunePermissionSetForm, seed: attunePermissionSetForm },
  runtime: { real: attuneRuntimeForm, seed: attuneRuntimeForm },
  dashboard: { real: attuneDashboardForm, seed: attuneDashboardForm },
};

const kinds = new Map<Form, DocumentKind<unknown>>();

/** The form of a kind under a profile. */
export const formOfKind = (kind: AttuneKind, profile: AttuneProfile): Form => forms[kind][profile];

/** How documents of a kind are read under a profile. */
export function kindOf<K extends AttuneKind>(kind: K, profile: AttuneProfile): DocumentKind<AttuneData[K]> {
  const form = formOfKind(kind, profile);
  let known = kinds.get(form);
  if (!known) {
    const held = formWith(form, (): z.ZodType => attuneSchemas.part.attuneDocuments[kind][profile]);
    known = documentKind<unknown>(held, attuneScalars, TITLES[kind]);
    kinds.set(form, known);
  }
  return known as DocumentKind<AttuneData[K]>;
}

/** How actions with a graph are read by the live loader. */
export const workflowActions = documentKind(
  formWith(attuneWorkflowActionForm, () => attuneSchemas.part.AttuneWorkflowAction),
  attuneScalars,
  TITLES.action,
);

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
