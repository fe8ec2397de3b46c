import type { Form, StructForm } from '@packwright/schema/form';

/**
 * What a document expects at one place, as far as decoding needs it.
 * Derived from the form of the document, so that scalars are read as the field's type and not as their looks.
 */
export type Shape =
  | { readonly kind: 'text'; readonly values: readonly string[] }
  | { readonly kind: 'integer' }
  | { readonly kind: 'number' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'any' }
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'map'; readonly value: Shape }
  | Struct;

export interface Struct {
  readonly kind: 'struct';
  readonly fields: Fields;
  /** Whether the document takes keys that it does not know. */
  readonly isOpen: boolean;
  /** Keys of the author's own, which nothing reads: those that match a pattern of the document. */
  readonly unread: readonly RegExp[];
}

export type Fields = ReadonlyMap<string, Field>;

export interface Field {
  /** The key itself: one string for all documents, where each text holds a copy that is slower to store under. */
  readonly name: string;
  /** Its place among the keys of its struct, from 0. */
  readonly at: number;
  readonly shape: Shape;
  /** Whether the document, or one branch of it, asks for the key. */
  readonly required: boolean;
}

const ANY: Shape = { kind: 'any' };

/** The shape of a document; the branches of a union are laid over each other. */
export function shapeOf(form: Form): Shape {
  switch (form.kind) {
    case 'option':
      return shapeOf(form.inner);
    case 'text':
      return { kind: 'text', values: [] };
    case 'words':
      return typeof form.words[0] === 'number'
        ? { kind: 'integer' }
        : { kind: 'text', values: form.words.map(String) };
    case 'number':
      return { kind: form.whole === undefined ? 'number' : 'integer' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'list':
      return { kind: 'list', item: shapeOf(form.item) };
    case 'map':
      return { kind: 'map', value: shapeOf(form.value) };
    case 'struct':
      return structOf(fieldsOf(form), form.isOpen === true, form.unread ?? []);
    case 'union':
      return form.options.map(shapeOf).reduce(overlay);
    case 'any':
    case 'null':
      return ANY;
  }
}

/** The shape at a path, or undefined when the document knows no such place. */
export function shapeAt(shape: Shape, path: readonly PropertyKey[]): Shape | undefined {
  let current: Shape | undefined = shape;
  for (const step of path) {
    if (current?.kind === 'struct') current = current.fields.get(String(step))?.shape;
    else if (current?.kind === 'list') current = current.item;
    else if (current?.kind === 'map') current = current.value;
    else return undefined;
  }
  return current;
}

type NamelessField = Pick<Field, 'shape' | 'required'>;

function fieldsOf({ fields, required }: StructForm): (readonly [string, NamelessField])[] {
  const needed = new Set(required);
  return Object.entries(fields).map(([key, form]) => [
    key,
    { shape: shapeOf(form), required: needed.has(key) },
  ]);
}

function structOf(
  fields: readonly (readonly [string, NamelessField])[],
  isOpen: boolean,
  unread: readonly RegExp[],
): Struct {
  const named = fields.map(
    ([name, { shape, required }], at) => [name, { name, at, shape, required }] as const,
  );
  return { kind: 'struct', fields: new Map(named), isOpen, unread };
}

function overlay(a: Shape, b: Shape): Shape {
  if (a.kind === 'text' && b.kind === 'text') {
    const both = a.values.length > 0 && b.values.length > 0;
    return { kind: 'text', values: both ? [...new Set([...a.values, ...b.values])] : [] };
  }
  if (a.kind === 'struct' && b.kind === 'struct') {
    const fields = new Map<string, NamelessField>(a.fields);
    for (const [key, field] of b.fields) {
      const known = fields.get(key);
      const shape = known ? overlay(known.shape, field.shape) : field.shape;
      fields.set(key, { shape, required: field.required || known?.required === true });
    }
    return structOf([...fields], a.isOpen || b.isOpen, [...a.unread, ...b.unread]);
  }
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', item: overlay(a.item, b.item) };
  return a.kind === b.kind ? a : ANY;
}
