import { closest } from '@packwright/values';
import type { z } from 'zod';
import type { Path } from '../locator.ts';
import { type FaultyDocument, valueAt } from './report.ts';
import { branchesOf, schemasAt, wordsOf } from './schema-walk.ts';

/** The keys that the schema knows at a path; those of the author's branch when the place is a union. */
export function keysAt({ kind, value }: FaultyDocument, path: Path): readonly string[] {
  return keysIn(schemasAt(kind.schema, value, path), valueAt(value, path));
}

/** Those of them that are not there yet. */
export function freeKeys(document: FaultyDocument, path: Path): readonly string[] {
  return keysAt(document, path).filter((key) => document.locator.pair([...path, key]) === undefined);
}

/** The key that an unknown one was most likely meant to be, of those that are not there yet. */
export function meantBy(document: FaultyDocument, parent: Path, key: string): string | undefined {
  return closest(key, freeKeys(document, parent));
}

/** A choice of the author by which a key is out of place. */
export interface OtherBranch {
  /** What chooses: `kind`. */
  readonly discriminator: string;
  readonly chosen: string;
  /** What would have to be chosen for the key. */
  readonly needed: readonly string[];
}

/** Which choice in or above its mapping makes a key unknown that another choice would make known, if any does. */
export function otherBranchOf({ kind, value }: FaultyDocument, path: Path): OtherBranch | undefined {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  for (let length = parent.length; length >= 0; length--) {
    const at = parent.slice(0, length);
    const chooser = valueAt(value, at);
    for (const schema of schemasAt(kind.schema, value, at)) {
      const { discriminator } = schema._zod.def as Partial<z.core.$ZodDiscriminatedUnionDef>;
      const { options } = schema._zod.def as z.core.$ZodUnionDef;
      if (discriminator === undefined || branchesOf(schema, chooser).length !== 1) continue;
      const rest = parent.slice(length);
      const needed = options.filter((branch) =>
        keysIn(schemasAt(branch, chooser, rest), valueAt(chooser, rest)).includes(key),
      );
      if (needed.length === 0) continue;
      return {
        discriminator,
        chosen: String(valueAt(chooser, [discriminator])),
        needed: needed.flatMap((branch) => [...wordsOf(branch, discriminator)].map(String)),
      };
    }
  }
  return undefined;
}

function keysIn(schemas: readonly z.core.$ZodType[], value: unknown): readonly string[] {
  const objects = schemas.flatMap((schema) => branchesOf(schema, value));
  const keys = objects.flatMap((schema) => {
    const { def } = (schema as z.core.$ZodTypes)._zod;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
  return [...new Set(keys)];
}
