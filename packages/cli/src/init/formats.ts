import { attuneFiles } from './attune-files.ts';
import { emisarFiles } from './emisar-files.ts';
import { evershellFiles } from './evershell-files.ts';
import type { SchemaAddresses } from './modeline.ts';
import type { PackPlan } from './pack-plan.ts';

/** A format in which a new pack can be written. */
export interface NewPackFormat {
  /** What the packs are, for people who choose. */
  readonly title: string;
  /** The files of a new pack, by path. */
  files(plan: PackPlan, schemas: SchemaAddresses): ReadonlyMap<string, string>;
}

/** The formats of new packs, by id. */
export const formats = {
  emisar: { title: 'emisar action pack', files: emisarFiles },
  attune: { title: 'Attune automation pack', files: attuneFiles },
  evershell: { title: 'Evershell content pack', files: evershellFiles },
} as const satisfies Readonly<Record<string, NewPackFormat>>;

export type FormatId = keyof typeof formats;

export const formatIds = Object.keys(formats) as readonly FormatId[];

/** What is taken when nobody can be asked. */
export const defaultFormat: FormatId = 'emisar';
