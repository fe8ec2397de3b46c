/**
 * The part of Zod that Packwright's own documents are built of. Packages with documents of their own take it from here,
 * so that a process holds one copy of Zod however many of them it loads.
 */
export {
  array,
  boolean,
  discriminatedUnion,
  enum,
  type infer,
  int,
  iso,
  literal,
  looseObject,
  record,
  strictObject,
  string,
  ZodError,
  type ZodType,
} from 'zod';
