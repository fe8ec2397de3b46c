import type { EmisarActionDocument, EmisarPackDocument } from '@packwright/schema/emisar';
import { emisarActionForm, emisarPackForm } from '@packwright/schema/emisar/forms';
import { documentKind, formWith, type LocatedDocument } from '../structure/document.ts';
import type { Path } from '../structure/locator.ts';
import type { PackTree } from '../tree/pack-tree.ts';
import type { DeclarationProblem } from './arguments/declaration-problem.ts';
import type { OutputSchemaProblem } from './output-schema/problem.ts';
import type { Reference } from './reference.ts';
import { emisarScalars } from './scalars.ts';
import { emisarSchemas } from './schemas.ts';

export const manifestKind = documentKind<EmisarPackDocument>(
  formWith(emisarPackForm, () => emisarSchemas.part.EmisarPack),
  emisarScalars,
  'an emisar pack',
);

export const actionKind = documentKind<EmisarActionDocument>(
  formWith(emisarActionForm, () => emisarSchemas.part.EmisarAction),
  emisarScalars,
  'an emisar action',
);

/** One entry of `actions`, with the document it leads to. */
export interface ActionFile {
  /** Its place in the manifest's list. */
  readonly index: number;
  readonly document: LocatedDocument<EmisarActionDocument>;
  readonly action: EmisarActionDocument;
  /** What is wrong with its argument declarations, each with the place of the declaration in `args`. */
  readonly declarations: readonly (DeclarationProblem & { readonly index: number })[];
  readonly outputSchema: readonly OutputSchemaProblem[];
}

/** A path that a document of the pack names, and what is there. */
export interface NamedFile {
  readonly document: LocatedDocument<unknown>;
  readonly at: Path;
  readonly what: 'action file' | 'script';
  readonly reference: Reference;
}

/** An emisar pack as its rules see it. */
export interface EmisarPackFiles {
  readonly tree: PackTree;
  readonly manifest: LocatedDocument<EmisarPackDocument>;
  /** The actions whose file could be read, in the manifest's order. */
  readonly actions: readonly ActionFile[];
  /** The listed action files that are not YAML. */
  readonly unread: readonly LocatedDocument<EmisarActionDocument>[];
  readonly named: readonly NamedFile[];
}
