import * as z from 'zod';

/** The shelf a pack stands on in a catalog; the list is closed. */
export const Category = z.enum([
  'communication',
  'monitoring',
  'security',
  'cloud',
  'databases',
  'data-warehouses',
  'developer-tools',
  'crm',
  'productivity',
  'storage',
  'tools',
  'scenarios',
  'general',
]);
export type Category = z.infer<typeof Category>;

/** A category, or `uncategorised` where the format has no word for it. */
export const CardCategory = z.enum([...Category.options, 'uncategorised']);
export type CardCategory = z.infer<typeof CardCategory>;
