// `dashboards/*.yaml`. Open, because the loader passes over keys it does not know.
// What `attune pack check` calls an error (A@dc6ff5b). Unique ids, known sources and one position per breakpoint are
// rules. The seed document knows no dashboards.
import * as z from 'zod';
import { enabled, naming } from './component.ts';
import { AttuneShortRef } from './identifiers.ts';
import { lenient } from './leniency.ts';
import { FreeMap, Whole } from './scalars.ts';

export const AttuneDashboardCard = z
  .looseObject({
    id: z.string().describe('Name of the card, unique on the dashboard.'),
    source: z.string().describe('Name of a data source.'),
    position: FreeMap.describe('Where it stands: one entry per breakpoint of the layout.'),
  })
  .meta({ title: 'Card' });
export type AttuneDashboardCard = z.infer<typeof AttuneDashboardCard>;

/** A dashboard. */
export const AttuneDashboard = z
  .looseObject({
    ref: AttuneShortRef.describe('Identity of the dashboard; a bare name is one of this pack.'),
    ...naming,
    scope_type: lenient(
      z.enum(['global', 'pack', 'identity', 'tenant']).meta({
        enumDescriptions: ['The whole platform.', 'This pack.', 'One identity.', 'One tenant.'],
      }),
    )
      .optional()
      .describe('What it belongs to. Default `pack`. Case does not matter.'),
    scope_ref: lenient(z.string()).optional().describe('Ref of what it belongs to.'),
    visibility: lenient(
      z.enum(['private', 'pack', 'public']).meta({
        enumDescriptions: ['Its owner.', 'Who may see the pack.', 'Everyone.'],
      }),
    )
      .optional()
      .describe('Who may see it. Default `pack`. Case does not matter.'),
    enabled: enabled('Whether it is shown. Default `true`.'),
    is_default_home: lenient(z.boolean())
      .optional()
      .describe('Whether it is the first page. Default `false`.'),
    spec_version: lenient(Whole).optional().describe('Version of the form. Default 1.'),
    tags: lenient(z.array(z.string())).optional().describe('Words to find the dashboard by.'),
    layout: z
      .looseObject({
        breakpoints: FreeMap.describe('Widths and their columns, by a name of your choice. At least one.'),
      })
      .describe('The grid.'),
    data_sources: FreeMap.describe('Where data comes from, by a name of your choice.'),
    filters: z
      .array(z.looseObject({ id: z.string().describe('Name of the filter, unique on the dashboard.') }))
      .optional()
      .describe('What a reader may narrow down.'),
    cards: z.array(AttuneDashboardCard).describe('What is shown.'),
  })
  .meta({ title: 'Attune dashboard', description: 'One dashboard of an Attune pack.' });
export type AttuneDashboardDocument = z.infer<typeof AttuneDashboard>;
