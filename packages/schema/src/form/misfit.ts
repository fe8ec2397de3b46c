import { fitsOf, isPlain } from './fits.ts';
import type { Form, StructForm } from './form.ts';

/** Keys and indices from the root of a value. */
export type ValuePath = readonly (string | number)[];

/** Where a value first departs from a form that is not partial anywhere; undefined for one that fits. */
export function misfitOf(form: Form, value: unknown): ValuePath | undefined {
  return fitsOf(form)(value) ? undefined : pathIn(form, value);
}

/** The way to the innermost place at fault, for a value that does not fit. */
function pathIn(form: Form, value: unknown): ValuePath {
  switch (form.kind) {
    case 'option':
      return pathIn(form.inner, value);
    case 'list':
      return Array.isArray(value) ? firstOf(value.entries(), () => form.item) : [];
    case 'map':
      return isPlain(value) ? firstOf(Object.entries(value), () => form.value) : [];
    case 'struct':
      return isPlain(value) ? pathInStruct(form, value) : [];
    default:
      return [];
  }
}

function firstOf(
  entries: Iterable<readonly [string | number, unknown]>,
  formOf: (key: string | number) => Form,
): ValuePath {
  for (const [key, value] of entries) {
    const inner = misfitOf(formOf(key), value);
    if (inner) return [key, ...inner];
  }
  return [];
}

function pathInStruct(
  { fields, required, isOpen }: StructForm,
  value: Readonly<Record<string, unknown>>,
): ValuePath {
  for (const [key, form] of Object.entries(fields)) {
    if (!Object.hasOwn(value, key)) {
      if (required.includes(key)) return [key];
      continue;
    }
    const inner = misfitOf(form, value[key]);
    if (inner) return [key, ...inner];
  }
  if (isOpen) return [];
  return Object.keys(value)
    .filter((key) => !Object.hasOwn(fields, key))
    .slice(0, 1);
}
