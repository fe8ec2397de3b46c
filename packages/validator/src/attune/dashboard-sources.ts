// What the data sources of a dashboard may ask of its filters (spec 1.12, A@dc6ff5b).
import type { AttuneDashboardDocument } from '@packwright/schema/attune';
import { closest } from '@packwright/values';
import { isAtFault, type LocatedDocument } from '../structure/document.ts';
import { atValue, type Finding } from '../structure/finding.ts';
import { isSchemaMap } from './dialect/schema-path.ts';

/** A text that is nothing but a reference to a filter, such as `{{ filters.pack }}`. */
const FILTER = /^\s*\{\{\s*filters\.([^\s}]+)[^}]*\}\}\s*$/;

/** Sources and parameters that are no mappings, and references to filters where there is none to refer to. */
export function* sourceFaults(
  document: LocatedDocument<unknown>,
  { data_sources: sources, filters = [] }: AttuneDashboardDocument,
): Generator<Finding> {
  const ids = isAtFault(document, ['filters']) ? undefined : filters.map(({ id }) => id);
  for (const [name, source] of Object.entries(sources)) {
    const at = ['data_sources', name];
    const params = isSchemaMap(source) && Object.hasOwn(source, 'params') ? source.params : {};
    if (!isSchemaMap(source) || !isSchemaMap(params)) {
      const path = isSchemaMap(source) ? [...at, 'params'] : at;
      yield atValue(document, path, {
        message: `\`${path.slice(1).join('.')}\` is not a mapping`,
        hint: isSchemaMap(source) ? 'write one entry per parameter' : 'write a mapping with a `type`',
      });
      continue;
    }
    for (const [key, value] of Object.entries(params)) {
      yield* parameterFaults(document, [...at, 'params', key], value, ids);
    }
  }
}

function* parameterFaults(
  document: LocatedDocument<unknown>,
  path: readonly string[],
  value: unknown,
  ids: readonly string[] | undefined,
): Generator<Finding> {
  const id = filterIn(value);
  if (id !== undefined && ids && !ids.includes(id)) {
    const meant = closest(id, ids);
    yield atValue(document, path, {
      message: `there is no filter "${id}"`,
      hint: meant ? `did you mean "${meant}"?` : 'name the `id` of one of `filters`',
    });
  }
  for (const [index, item] of Array.isArray(value) ? value.entries() : []) {
    if (filterIn(item) === undefined) continue;
    yield atValue(document, [...path, index], {
      message: 'a filter inside a list is not filled in',
      hint: 'write the reference in place of the list',
    });
  }
}

const filterIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? FILTER.exec(value)?.[1] : undefined;
