import type { BodySchema } from './body-schema/body-schema.ts';
import type { Counter } from './budget/counter.ts';
import type { DomainPattern } from './domain/domain-pattern.ts';
import type { Expression } from './expression/compile-expression.ts';
import type { PathPattern } from './path/path-pattern.ts';
import type { Transform } from './transform/transform.ts';

/** A compiled way for a request to be admitted (specs/evershell 3.4). */
export interface AllowRule {
  readonly name: string | null;
  /** Its position in the capability. */
  readonly index: number;
  /** Without repetitions, as they are stored. */
  readonly domains: readonly DomainPattern[];
  readonly methods: ReadonlySet<string>;
  /** Empty for any path. */
  readonly paths: readonly PathPattern[];
  readonly allowInsecure: boolean;
  /** Predicates that do not look at the body; all have to be true. */
  readonly whenHead: readonly Expression[];
  /** Those that wait for the body. */
  readonly whenBody: readonly Expression[];
  readonly bodySchema: BodySchema | null;
}

/** One compiled capability (specs/evershell 3.3). */
export interface Capability {
  readonly name: string;
  readonly allow: readonly AllowRule[];
  readonly transforms: readonly Transform[];
  readonly counters: readonly Counter[];
}
