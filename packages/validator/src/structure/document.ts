import { type Fits, type Form, fitsOf, formOf } from '@packwright/schema/form';
import type { z } from 'zod';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parseYaml } from '../source/index.ts';
import type { SourceText } from '../source/source-text.ts';
import type { Span } from '../source/span.ts';
import { type DecodeNote, decode } from './decode.ts';
import { decodeDiagnostics, yamlDiagnostics } from './faults.ts';
import { cutShort } from './issues/cut-short.ts';
import type { FaultyDocument } from './issues/report.ts';
import { tooLong } from './issues/too-long.ts';
import { schemaDiagnostics } from './issues.ts';
import { Locator, type Path } from './locator.ts';
import type { ScalarPolicy } from './scalar-policy.ts';
import { type Shape, shapeOf } from './shape.ts';
import { fillIn } from './zero-value.ts';

/** What documents of a kind are held to. */
export interface DocumentSchema<T> {
  /** Enough to decode a document, and to tell that it is right. */
  readonly form: Form;
  /** Says what is wrong with one that is not; where it is loaded late, this throws `NotLoaded`. */
  readonly schema: z.ZodType<T>;
}

/** One kind of authored document: its schema and how its scalars are read. */
export interface DocumentKind<T> {
  readonly schema: z.ZodType<T>;
  readonly shape: Shape;
  /** Spares right documents the schema. */
  readonly fits: Fits;
  readonly policy: ScalarPolicy;
  /** What an author calls it, with its article: `an action`. */
  readonly title: string;
}

/** What is derived from the form is derived when the first document of the kind is read. */
export function documentKind<T>(
  held: DocumentSchema<T>,
  policy: ScalarPolicy,
  title: string,
): DocumentKind<T> {
  let shape: Shape | undefined;
  let fits: Fits | undefined;
  return {
    policy,
    title,
    get schema() {
      return held.schema;
    },
    get shape() {
      shape ??= shapeOf(held.form);
      return shape;
    },
    get fits() {
      fits ??= fitsOf(held.form);
      return fits;
    },
  };
}

/** A form, and the schema behind it for documents that do not fit. */
export const formWith = <T>(form: Form, schema: () => z.ZodType<T>): DocumentSchema<T> => ({
  form,
  get schema() {
    return schema();
  },
});

/** A schema that is at hand, with the form that follows from it. */
export const withForm = <T>(schema: z.ZodType<T>): DocumentSchema<T> => ({
  schema,
  get form() {
    return formOf(schema);
  },
});

/** One authored file as data that knows where each value stands. */
export interface LocatedDocument<T> {
  /** The file, relative to the pack's root. */
  readonly file: string;
  /**
   * The document's data. Where the structure has faults, what does not fit is replaced by the loader's zero value
   * ('', 0, false, [], {}), so that rules can read the rest.
   */
  readonly value: T;
  /** The decoded text; empty for a file that is not text. */
  readonly text: string;
  /** The file's own problems of syntax and structure. */
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly DecodeNote[];
  /** The required keys of the top level that are not written. */
  readonly missing: readonly string[];
  /** Undefined when the text is not YAML at all. */
  readonly locator: Locator | undefined;
}

/** The span of the value at a path, or of the nearest thing written above it. */
export function spanAt(document: LocatedDocument<unknown>, path: Path): Span {
  return document.locator?.at(path) ?? { start: 0, end: 0 };
}

/** The span of the key at a path; in a list, of the item. */
export function keySpanAt(document: LocatedDocument<unknown>, path: Path): Span {
  return document.locator?.keyAt(path) ?? { start: 0, end: 0 };
}

/** How the plain scalar at a path is spelled; undefined for anything else. */
export function spellingAt(document: LocatedDocument<unknown>, path: Path): string | undefined {
  const node = document.locator?.node(path);
  const target = node?.kind === 'alias' ? node.target : node;
  return target?.kind === 'scalar' && target.style === 'plain' ? target.value : undefined;
}

/** Whether the structure of the document has no fault anywhere. */
export function isSound(document: LocatedDocument<unknown>): boolean {
  return document.diagnostics.length === 0;
}

/** Whether the structure is at fault at a path, or the key it begins with is missing, so that its value is a stand-in. */
export function isAtFault(document: LocatedDocument<unknown>, path: Path): boolean {
  if (isSound(document)) return false;
  const [first] = path;
  if (document.missing.some((key) => key === first)) return true;
  // What is left out and may be has its default.
  if (typeof first === 'string' && document.locator && !document.locator.pair([first])) return false;
  const { start, end } = spanAt(document, path);
  return document.diagnostics.some(({ span }) => span.start <= end && start <= span.end);
}

/** Parses, decodes and checks one file against its document kind. */
export function readDocument<T>(file: string, source: SourceText, kind: DocumentKind<T>): LocatedDocument<T> {
  const { root, faults: found } = parseYaml(source.text);
  // The strict loaders read both versions of YAML.
  const faults = kind.policy.isStrict ? found.filter((fault) => fault.kind !== 'newer-yaml') : found;
  if (!root || faults.length > 0) {
    return unreadable(file, kind, yamlDiagnostics(file, faults), source.text);
  }
  const decoded = decode(root, kind.shape, kind.policy);
  const { notes } = decoded;
  const { text } = source;
  const locator = new Locator(root, decoded);
  const own = decoded.faults.length > 0 ? decodeDiagnostics(file, text, decoded.faults) : [];
  if (decoded.isGivenUp) return unreadable(file, kind, own, text);
  // The decoded data itself: Zod's copy would drop a key named `__proto__`.
  const right = { file, text, value: decoded.value as T, diagnostics: own, notes, missing: [], locator };
  if (kind.fits(decoded.value)) return right;
  const short = cutShort(decoded.value, kind.schema);
  const structural = judge({ file, text, kind, value: short, locator });
  if (structural.length === 0) return right;
  const value = fillIn(short, kind.shape) as T;
  const missing = missingKeys(kind.shape, locator);
  return { file, text, value, diagnostics: [...own, ...structural], notes, missing, locator };
}

function missingKeys(shape: Shape, locator: Locator): readonly string[] {
  if (shape.kind !== 'struct') return [];
  return [...shape.fields].flatMap(([key, { required }]) => (required && !locator.pair([key]) ? [key] : []));
}

/** What the schema has against the value of a document. */
function judge(document: FaultyDocument): Diagnostic[] {
  try {
    const result = document.kind.schema.safeParse(document.value);
    return result.success ? [] : schemaDiagnostics(document, result.error.issues);
  } catch (error) {
    // The stack ran out within a pattern, which only a text of megabytes does.
    if (!(error instanceof RangeError)) throw error;
    return schemaDiagnostics(document, [tooLong(document.value)]);
  }
}

/** A document of which nothing can be read but why. */
export function unreadable<T>(
  file: string,
  kind: DocumentKind<T>,
  diagnostics: readonly Diagnostic[],
  text = '',
): LocatedDocument<T> {
  return {
    file,
    value: fillIn(undefined, kind.shape) as T,
    text,
    diagnostics,
    notes: [],
    missing: [],
    locator: undefined,
  };
}
