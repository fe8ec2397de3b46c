import type { YamlScalar } from '../source/yaml-node.ts';

/** A scalar that does not fit the type its place expects. */
export const NO_FIT: unique symbol = Symbol('no fit');

/** A scalar whose tag contradicts its text; the loader refuses the document. */
export class TagMismatch {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/** How a value got into a field although it is not written as the field's type. */
export interface Coercion {
  /** The type of the field. */
  readonly field: 'text' | 'integer' | 'number' | 'boolean';
  /** What the scalar looks like to a YAML 1.2 reader. */
  readonly written: string;
  /** What the loader takes it for, as YAML that every reader takes for the same. */
  readonly portable: string;
  /** Whether a part of what is written is lost on the way. */
  readonly isCutOff?: boolean;
}

type Reading<T> = T | typeof NO_FIT | TagMismatch;

/** How one format's loader reads scalars into typed and untyped places. */
export interface ScalarPolicy {
  /** Whether a scalar is only ever what it looks like: null stays null, and what does not fit keeps its own type. */
  readonly isStrict: boolean;
  isNull(scalar: YamlScalar): boolean;
  isMergeKey(scalar: YamlScalar): boolean;
  text(scalar: YamlScalar): Reading<string>;
  integer(scalar: YamlScalar): Reading<number>;
  number(scalar: YamlScalar): Reading<number>;
  boolean(scalar: YamlScalar): Reading<boolean>;
  /** The value in a place without a type. */
  free(scalar: YamlScalar): unknown | TagMismatch;
  /** Whether an untyped mapping with this key is a mapping of text keys. */
  isTextKey(scalar: YamlScalar): boolean;
  /** What makes this reading surprising, or undefined when any YAML reader agrees. */
  coercion(scalar: YamlScalar, field: Coercion['field']): Coercion | undefined;
}
