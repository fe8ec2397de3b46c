import type { Form, ListForm, NumberForm, StructForm, TextForm, UnionForm } from './form.ts';

/** Whether a value certainly fits; `false` says nothing where the form is partial, there the schema has to judge. */
export type Fits = (value: unknown) => boolean;

/** A pattern with groups overflows the stack on texts of millions of characters. */
const LONGEST_MATCHED = 10_000;
const NEVER: Fits = () => false;
const ALWAYS: Fits = () => true;

/** How unions are read that take anything: as they are, or as what is expected there. */
export type Strictness = 'as taken' | 'as expected';

/**
 * A quick answer for the documents that are right, which most are: true only for values that the schema of the form
 * accepts as they are. It takes a tenth of the time of the schema, which has to collect what is wrong and copy what is
 * not.
 */
export function fitsOf(form: Form, strictness: Strictness = 'as taken'): Fits {
  if (form.isPartial) return NEVER;
  const inner = (part: Form): Fits => fitsOf(part, strictness);
  switch (form.kind) {
    case 'any':
      return ALWAYS;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'null':
      return (value) => value === null;
    case 'text':
      return textFits(form);
    case 'number':
      return numberFits(form);
    case 'words': {
      const words = new Set(form.words);
      return (value) => words.has(value);
    }
    case 'option': {
      const { besides } = form;
      const fits = inner(form.inner);
      return (value) => value === besides || fits(value);
    }
    case 'list':
      return listFits(form, inner(form.item));
    case 'map':
      return mapFits(inner(form.value));
    case 'struct':
      return structFits(form, inner);
    case 'union':
      if (strictness === 'as taken') return unionFits(form, inner);
      return form.isLenient ? inner(form.options[0] as Form) : chosenFits(form.options, inner);
  }
}

function textFits({ minLength = 0, maxLength = Number.POSITIVE_INFINITY, patterns = [] }: TextForm): Fits {
  return (value) =>
    typeof value === 'string' &&
    value.length >= minLength &&
    value.length <= maxLength &&
    (patterns.length === 0 ||
      (value.length <= LONGEST_MATCHED && patterns.every((pattern) => pattern.test(value))));
}

function numberFits(form: NumberForm): Fits {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, whole } = form;
  const isOfKind =
    whole === undefined ? Number.isFinite : whole === 'safe' ? Number.isSafeInteger : Number.isInteger;
  return (value) =>
    typeof value === 'number' &&
    isOfKind(value) &&
    !(minimum !== undefined && value < minimum) &&
    !(maximum !== undefined && value > maximum) &&
    !(exclusiveMinimum !== undefined && value <= exclusiveMinimum) &&
    !(exclusiveMaximum !== undefined && value >= exclusiveMaximum);
}

function listFits({ minLength = 0, maxLength = Number.POSITIVE_INFINITY }: ListForm, fits: Fits): Fits {
  return (value) =>
    Array.isArray(value) && value.length >= minLength && value.length <= maxLength && value.every(fits);
}

function mapFits(item: Fits): Fits {
  return (value) => {
    if (!isPlain(value)) return false;
    // A list of a hundred thousand values would take ten MiB.
    for (const key in value) if (!item(value[key])) return false;
    return true;
  };
}

function structFits({ fields, required, isOpen }: StructForm, inner: (part: Form) => Fits): Fits {
  const needed = new Set(required);
  const known = new Map(
    Object.entries(fields).map(([key, form]) => {
      const fits = inner(form);
      return [key, needed.has(key) ? fits : (value: unknown) => value === undefined || fits(value)];
    }),
  );
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key in value) if (!(known.get(key)?.(value[key]) ?? isOpen === true)) return false;
    return required.every((key) => Object.hasOwn(value, key));
  };
}

function unionFits({ options, by }: UnionForm, inner: (part: Form) => Fits): Fits {
  const branches = options.map(inner);
  if (by === undefined) return (value) => branches.some((fits) => fits(value));
  const byWord = new Map(
    options.flatMap((option, at) => wordsOf(option, by).map((word) => [word, branches[at]])),
  );
  return (value) => isPlain(value) && byWord.get(value[by])?.(value) === true;
}

/** Whether the value fits as is expected of the first option that takes it. */
function chosenFits(options: readonly Form[], inner: (part: Form) => Fits): Fits {
  const branches = options.map((form) => ({
    takes: fitsOf(form),
    fits: inner(form),
    isSure: !hasPartialPart(form),
  }));
  return (value) => {
    for (const { takes, fits, isSure } of branches) {
      if (takes(value)) return fits(value);
      if (!isSure) return false;
    }
    return false;
  };
}

function hasPartialPart(form: Form): boolean {
  if (form.isPartial) return true;
  switch (form.kind) {
    case 'option':
      return hasPartialPart(form.inner);
    case 'list':
      return hasPartialPart(form.item);
    case 'map':
      return hasPartialPart(form.value);
    case 'struct':
      return Object.values(form.fields).some(hasPartialPart);
    case 'union':
      return form.options.some(hasPartialPart);
    default:
      return false;
  }
}

/** The words of a key by which a form is chosen. */
function wordsOf(form: Form, by: string): readonly unknown[] {
  if (form.kind === 'union') return form.options.flatMap((option) => wordsOf(option, by));
  const field = form.kind === 'struct' ? form.fields[by] : undefined;
  return field?.kind === 'words' ? field.words : [];
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
