import type { Form, ListForm, NumberForm, StructForm, TextForm, UnionForm } from './form.ts';

/** Whether a value certainly fits; `false` says nothing where the form is partial, there the schema has to judge. */
export type Fits = (value: unknown) => boolean;

/** A pattern with groups overflows the stack on texts of millions of characters. */
const LONGEST_MATCHED = 10_000;
const NEVER: Fits = () => false;
const ALWAYS: Fits = () => true;

/**
 * A quick answer for the documents that are right, which most are: true only for values that the schema of the form
 * accepts as they are. It takes a tenth of the time of the schema, which has to collect what is wrong and copy what is
 * not.
 */
export function fitsOf(form: Form): Fits {
  if (form.isPartial) return NEVER;
  switch (form.kind) {
    case 'any':
      return ALWAYS;
    case 'boolean':
      return (value) => typeof value === 'boolean';
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
      const inner = fitsOf(form.inner);
      return (value) => value === besides || inner(value);
    }
    case 'list':
      return listFits(form);
    case 'map':
      return mapFits(fitsOf(form.value));
    case 'struct':
      return structFits(form);
    case 'union':
      return unionFits(form);
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

function listFits({ item, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: ListForm): Fits {
  const fits = fitsOf(item);
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

function structFits({ fields, required }: StructForm): Fits {
  const needed = new Set(required);
  const known = new Map(
    Object.entries(fields).map(([key, form]) => {
      const fits = fitsOf(form);
      return [key, needed.has(key) ? fits : (value: unknown) => value === undefined || fits(value)];
    }),
  );
  return (value) => {
    if (!isPlain(value)) return false;
    for (const key in value) if (!known.get(key)?.(value[key])) return false;
    return required.every((key) => Object.hasOwn(value, key));
  };
}

function unionFits({ options, by }: UnionForm): Fits {
  const branches = options.map(fitsOf);
  if (by === undefined) return (value) => branches.some((fits) => fits(value));
  const byWord = new Map(
    options.flatMap((option, at) => wordsOf(option, by).map((word) => [word, branches[at]])),
  );
  return (value) => isPlain(value) && byWord.get(value[by])?.(value) === true;
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
