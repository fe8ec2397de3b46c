/** The shelves of a catalog; the list is closed. */
export const categories = [
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
] as const;

/** Those, and the word for a pack whose format has none. */
export const cardCategories = [...categories, 'uncategorised'] as const;
