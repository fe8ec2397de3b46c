import { type ExactJson, ExactNumber, type ExactObject } from '@packwright/values';

export const isObject = (value: ExactJson | undefined): value is ExactObject => value instanceof Map;

export const isList = (value: ExactJson | undefined): value is readonly ExactJson[] => Array.isArray(value);

/** The members of an object or the items of an array. */
export function children(value: ExactJson): readonly (readonly [key: string | number, child: ExactJson])[] {
  if (isObject(value)) return [...value];
  return isList(value) ? [...value.entries()] : [];
}

/** A number as a 64-bit float; nothing for anything else. */
export function numberOf(value: ExactJson): number | undefined {
  return value instanceof ExactNumber ? Number(value.literal) : undefined;
}
