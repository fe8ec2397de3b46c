import * as z from 'zod';
import { cardCategories, categories } from './categories.ts';

/** The shelf a pack stands on in a catalog; the list is closed. */
export const Category = z.enum(categories);
export type Category = z.infer<typeof Category>;

/** A category, or `uncategorised` where the format has no word for it. */
export const CardCategory = z.enum(cardCategories);
export type CardCategory = z.infer<typeof CardCategory>;
