import type { z } from 'zod';
import type { Form, ListForm, NumberForm, StructForm, TextForm, UnionForm } from './form.ts';

const PARTIAL = { isPartial: true } as const;
/** The types whose checks have words in forms. */
const LIMITED: ReadonlySet<string> = new Set(['string', 'number', 'array']);

/** The form of a schema. What it cannot say of the schema makes it partial. */
export function formOf(schema: z.core.$ZodType): Form {
  const form = ofItsType(schema);
  return hasChecks(schema) && !LIMITED.has(schema._zod.def.type) ? { ...form, ...PARTIAL } : form;
}

function ofItsType(schema: z.core.$ZodType): Form {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'unknown':
      return { kind: 'any' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'string':
      return textForm(def);
    case 'number':
      return numberForm(def);
    case 'literal':
      return { kind: 'words', words: def.values };
    case 'enum':
      return { kind: 'words', words: Object.values(def.entries) };
    case 'readonly':
      return formOf(def.innerType);
    case 'optional':
      return { kind: 'option', inner: formOf(def.innerType), besides: undefined };
    case 'nullable':
      return { kind: 'option', inner: formOf(def.innerType), besides: null };
    case 'array':
      return withLimits<ListForm>({ kind: 'list', item: formOf(def.element) }, def.checks, lengthLimit);
    case 'record':
      return { kind: 'map', value: formOf(def.valueType), ...(!isAnyText(def.keyType) && PARTIAL) };
    case 'object':
      return structForm(schema, def);
    case 'union':
      return unionForm(def);
    default:
      return { kind: 'any', ...PARTIAL };
  }
}

const isAnyText = (schema: z.core.$ZodType): boolean =>
  schema._zod.def.type === 'string' && !('format' in schema._zod.def) && !hasChecks(schema);

const hasChecks = (schema: z.core.$ZodType): boolean => (schema._zod.def.checks?.length ?? 0) > 0;

type CheckDef =
  | z.core.$ZodCheckMinLengthDef
  | z.core.$ZodCheckMaxLengthDef
  | z.core.$ZodCheckGreaterThanDef
  | z.core.$ZodCheckLessThanDef
  | z.core.$ZodCheckMultipleOfDef
  | z.core.$ZodCheckRegexDef;

/** Adds what each check asks for; one that no form has a word for, or that was said already, makes it partial. */
function withLimits<F extends Form>(
  form: F,
  checks: readonly z.core.$ZodCheck[] | undefined,
  limitOf: (def: CheckDef, form: F) => Partial<F> | undefined,
): F {
  let made = form;
  for (const { _zod } of checks ?? []) {
    const limit = limitOf(_zod.def as CheckDef, made) ?? PARTIAL;
    made = { ...made, ...limit, ...(isSaid(limit, made) && PARTIAL) };
  }
  return made;
}

/** Patterns hold together; of two other limits one would be lost. */
const isSaid = (limit: object, form: Form): boolean =>
  Object.keys(limit).some((key) => key !== 'patterns' && key in form);

type Lengths = Pick<ListForm, 'minLength' | 'maxLength'>;

function lengthLimit(def: CheckDef): Lengths | undefined {
  if (def.check === 'min_length') return { minLength: def.minimum };
  return def.check === 'max_length' ? { maxLength: def.maximum } : undefined;
}

function textForm(def: z.core.$ZodStringDef): TextForm {
  const made = withLimits<TextForm>({ kind: 'text' }, def.checks, (check, form) => {
    if (check.check !== 'string_format') return lengthLimit(check);
    return isPlain(check) ? { patterns: [...(form.patterns ?? []), check.pattern] } : undefined;
  });
  if (!('format' in def)) return made;
  const own = def as z.core.$ZodStringFormatDef;
  // A moment is what its pattern matches; what other formats mean is told by code.
  return own.format === 'datetime' && own.pattern
    ? { ...made, patterns: [...(made.patterns ?? []), own.pattern] }
    : { ...made, ...PARTIAL };
}

const isPlain = ({ format, pattern }: z.core.$ZodCheckRegexDef): boolean =>
  format === 'regex' && !pattern.global && !pattern.sticky;

function numberForm(def: z.core.$ZodNumberDef): NumberForm {
  const made = withLimits<NumberForm>({ kind: 'number' }, def.checks, numberLimit);
  if (!('format' in def)) return made;
  return def.format === 'safeint' ? { ...made, whole: 'safe' } : { ...made, ...PARTIAL };
}

function numberLimit(def: CheckDef): Partial<NumberForm> | undefined {
  switch (def.check) {
    case 'multiple_of':
      return def.value === 1 ? { whole: 'any' } : undefined;
    case 'greater_than':
      if (typeof def.value !== 'number') return undefined;
      return def.inclusive ? { minimum: def.value } : { exclusiveMinimum: def.value };
    case 'less_than':
      if (typeof def.value !== 'number') return undefined;
      return def.inclusive ? { maximum: def.value } : { exclusiveMaximum: def.value };
    default:
      return undefined;
  }
}

function structForm(schema: z.core.$ZodType, def: z.core.$ZodObjectDef): StructForm {
  const catchall = def.catchall?._zod.def.type;
  const unread = unreadPatterns(schema);
  return {
    kind: 'struct',
    fields: Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, fieldForm(field)])),
    required: Object.keys(def.shape).filter((key) => def.shape[key]?._zod.optin !== 'optional'),
    ...(catchall === 'unknown' && { isOpen: true }),
    ...(unread.length > 0 && { unread }),
    ...(catchall !== 'never' && PARTIAL),
  };
}

/** That a field may be left out is said by the struct. */
function fieldForm(schema: z.core.$ZodType): Form {
  const form = formOf(schema);
  return form.kind === 'option' && form.besides === undefined && !form.isPartial ? form.inner : form;
}

/** What a document says of keys by their form; its own schema has no word for it. */
function unreadPatterns(schema: z.core.$ZodType): readonly RegExp[] {
  const { patternProperties } = (schema as z.ZodType).meta() ?? {};
  return Object.keys(patternProperties ?? {}).map((pattern) => new RegExp(pattern, 'u'));
}

function unionForm(def: z.core.$ZodUnionDef): UnionForm {
  const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>;
  return {
    kind: 'union',
    options: def.options.map(formOf),
    ...(discriminator !== undefined && { by: discriminator }),
    // Of an exclusive one, no second option may fit; a key that chooses sees to that.
    ...(def.inclusive === false && discriminator === undefined && PARTIAL),
  };
}
