import * as z from 'zod';
import { CardCategory } from '../terms/category.ts';
import { Digest } from '../terms/digest.ts';

/** What every list of packs shows; complete for all formats, so no field is optional. */
export const PackCard = z
  .strictObject({
    format: z.string().min(1).describe('Id of the format, such as `emisar`.'),
    id: z.string().min(1).describe('Identity of the pack within its format.'),
    version: z.string().min(1).describe('Version as the pack states it.'),
    title: z.string().min(1).describe('Name for people.'),
    summary: z.string().describe('What the pack is for, whitespace folded.'),
    category: CardCategory,
    digest: Digest.describe('Content digest as the format defines it.'),
  })
  .readonly();
export type PackCard = z.infer<typeof PackCard>;
