import type { z } from 'zod';
import type { Form, ListForm, NumberForm, StructForm, TextForm, UnionForm } from './form.ts';

const PARTIAL = { isPartial: true } as const;
/** The types whose checks have words in forms. */
const LIMITED: ReadonlySet<string> = new Set(['string', 'number', 'array']);

/** Whether a union takes anything, although something is expected. */
export type IsLenient = (union: z.core.$ZodType) => boolean;

/** The form of a schema. What it cannot say of the schema makes it partial. */
export function formOf(schema: z.core.$ZodType, isLenient: IsLenient = () => false): Form {
  const form = ofItsType(schema, isLenient);
  return hasChecks(schema) && !LIMITED.has(schema._zod.def.type) ? { ...form, ...PARTIAL } : form;
}

function ofItsType(schema: z.core.$ZodType, isLenient: IsLenient): Form {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const inner = (part: z.core.$ZodType): Form => formOf(part, isLenient);
  switch (def.type) {
    case 'unknown':
      return { kind: 'any' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'null':
      return { kind: 'null' };
    case 'string':
      return textForm(def);
    case 'number':
      return numberForm(def);
    case 'literal':
      return { kind: 'words', words: def.values };
    case 'enum':
      return { kind: 'words', words: Object.values(def.entries) };
    case 'readonly':
      return inner(def.innerType);
    case 'optional':
      return { kind: 'option', inner: inner(def.innerType), besides: undefined };
    case 'nullable':
      return { kind: 'option', inner: inner(def.innerType), besides: null };
    case 'array':
      return withLimits<ListForm>({ kind: 'list', item: inner(def.element) }, def.checks, lengthLimit);
    case 'record':
      return { kind: 'map', value: inner(def.valueType), ...(!isAnyText(def.keyType) && PARTIAL) };
    case 'object':
      return structForm(schema, def, inner);
    case 'union':
      return { ...unionForm(def, inner), ...(isLenient(schema) && { isLenient: true }) };
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

/** Adds what each check asks for; one that no form has a word for makes it partial. */
function withLimits<F extends Form>(
  form: F,
  checks: readonly z.core.$ZodCheck[] | undefined,
  limitOf: (def: CheckDef, form: F) => Partial<F> | undefined,
): F {
  let made = form;
  for (const { _zod } of checks ?? []) {
    const limit = limitOf(_zod.def as CheckDef, made) ?? PARTIAL;
    made = {
      ...made,
      ...Object.fromEntries(Object.entries(limit).map(([key, one]) => [key, both(key, one, made)])),
    };
  }
  return made;
}

/** Of a limit that is said twice, the narrower one; patterns are gathered. */
function both(key: string, limit: unknown, form: object): unknown {
  const said = (form as Readonly<Record<string, unknown>>)[key];
  if (typeof said !== 'number' || typeof limit !== 'number') return limit;
  return /^(?:min|exclusiveMin)/.test(key) ? Math.max(said, limit) : Math.min(said, limit);
}

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

type FormOf = (schema: z.core.$ZodType) => Form;

function structForm(schema: z.core.$ZodType, def: z.core.$ZodObjectDef, inner: FormOf): StructForm {
  const catchall = def.catchall?._zod.def.type;
  const unread = unreadPatterns(schema);
  return {
    kind: 'struct',
    fields: Object.fromEntries(
      Object.entries(def.shape).map(([key, field]) => [key, fieldForm(inner(field))]),
    ),
    required: Object.keys(def.shape).filter((key) => def.shape[key]?._zod.optin !== 'optional'),
    ...(catchall === 'unknown' && { isOpen: true }),
    ...(unread.length > 0 && { unread }),
    ...(catchall !== 'never' && catchall !== 'unknown' && PARTIAL),
  };
}

/** That a field may be left out is said by the struct. */
function fieldForm(form: Form): Form {
  return form.kind === 'option' && form.besides === undefined && !form.isPartial ? form.inner : form;
}

/** What a document says of keys by their form; its own schema has no word for it. */
function unreadPatterns(schema: z.core.$ZodType): readonly RegExp[] {
  const { patternProperties } = (schema as z.ZodType).meta() ?? {};
  return Object.keys(patternProperties ?? {}).map((pattern) => new RegExp(pattern, 'u'));
}

function unionForm(def: z.core.$ZodUnionDef, inner: FormOf): UnionForm {
  const { discriminator } = def as Partial<z.core.$ZodDiscriminatedUnionDef>;
  return {
    kind: 'union',
    options: def.options.map(inner),
    ...(discriminator !== undefined && { by: discriminator }),
    // Of an exclusive one, no second option may fit; a key that chooses sees to that.
    ...(def.inclusive === false && discriminator === undefined && PARTIAL),
  };
}
