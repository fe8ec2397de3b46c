import { closest } from '@packwright/values';
import { isAtFault, type LocatedDocument } from '../../structure/document.ts';
import { atKey, atValue, type Finding, related } from '../../structure/finding.ts';
import type { Path } from '../../structure/locator.ts';
import { repeats } from '../../structure/repeats.ts';
import { sourceFaults } from '../dashboard-sources.ts';
import type { AttuneRule } from '../rule.ts';

/** Spec 1.12. */
export const att026: AttuneRule = {
  code: 'ATT026',
  name: 'dashboard',
  severity: 'error',
  summary: 'The parts of a dashboard do not fit together.',
  why: 'A card needs a name of its own, a source that is there, and a place in every layout.',
  upstream: ['dashboard.invalid_spec'],
  *check({ components }) {
    for (const { document, value } of components.dashboard) {
      const { layout, data_sources: sources, filters = [], cards } = value;
      const [isLaidOut, hasSources] = [
        !isAtFault(document, ['layout']),
        !isAtFault(document, ['data_sources']),
      ];
      yield* sameIds(document, ['cards'], cards);
      yield* sameIds(document, ['filters'], filters);
      yield* sourceFaults(document, value);
      const breakpoints: Readonly<Record<string, unknown>> = layout.breakpoints;
      if (isLaidOut && Object.keys(breakpoints).length === 0) {
        yield atValue(document, ['layout', 'breakpoints'], {
          message: 'the layout has no breakpoint',
          hint: 'add one, such as `lg: {columns: 12}`',
        });
      }
      for (const [name, breakpoint] of Object.entries(breakpoints)) {
        if (columnsOf(breakpoint) > 0) continue;
        yield atValue(document, ['layout', 'breakpoints', name], {
          message: `the breakpoint "${name}" has no number of columns`,
          hint: 'write `columns` with a whole number above 0',
        });
      }
      for (const [index, card] of cards.entries()) {
        const at = ['cards', index];
        if (hasSources && card.source !== '' && !Object.hasOwn(sources, card.source)) {
          const meant = closest(card.source, Object.keys(sources));
          yield atValue(document, [...at, 'source'], {
            message: `there is no data source "${card.source}"`,
            hint: meant ? `did you mean "${meant}"?` : 'name one of `data_sources`',
          });
        }
        if (isLaidOut) yield* positions(document, [...at, 'position'], card.position, breakpoints);
      }
    }
  },
};

function* sameIds(
  document: LocatedDocument<unknown>,
  path: Path,
  entries: readonly { readonly id: string }[],
): Generator<Finding> {
  for (const { index, first, value } of repeats(entries.map(({ id }) => id))) {
    yield atValue(document, [...path, index, 'id'], {
      message: `the id "${value}" is there twice`,
      hint: 'give each an id of its own',
      related: [related(document, [...path, first, 'id'], 'first written here')],
    });
  }
}

function* positions(
  document: LocatedDocument<unknown>,
  path: Path,
  position: Readonly<Record<string, unknown>>,
  breakpoints: Readonly<Record<string, unknown>>,
): Generator<Finding> {
  for (const name of Object.keys(breakpoints)) {
    if (Object.hasOwn(position, name)) continue;
    yield atKey(document, path, {
      message: `the card has no place in the breakpoint "${name}"`,
      hint: `add ${name} with x, y, w and h`,
    });
  }
  for (const [name, place] of Object.entries(position)) {
    if (!Object.hasOwn(breakpoints, name)) {
      yield atKey(document, [...path, name], {
        message: `there is no breakpoint "${name}"`,
        hint: 'remove it, or add it to the layout',
      });
      continue;
    }
    const columns = columnsOf(breakpoints[name]);
    const wrong = columns > 0 ? misplaced(place, columns) : undefined;
    if (wrong) yield atValue(document, [...path, name], wrong);
  }
}

function misplaced(place: unknown, columns: number): { message: string; hint: string } | undefined {
  const at = (key: string) => (isMapping(place) ? place[key] : undefined);
  const missing = ['x', 'y', 'w', 'h'].filter((key) => !isCount(at(key), key === 'x' || key === 'y' ? 0 : 1));
  if (missing.length > 0) {
    return {
      message: `the place has no ${missing.map((key) => `"${key}"`).join(' and no ')} that counts`,
      hint: 'write whole numbers: x and y from 0, w and h from 1',
    };
  }
  const [x, width] = [Number(at('x')), Number(at('w'))];
  if (x + width <= columns) return undefined;
  return {
    message: `the place ends at column ${x + width}, and there are ${columns}`,
    hint: 'make x or w smaller',
  };
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown, least: number): boolean => Number.isInteger(value) && Number(value) >= least;
const columnsOf = (breakpoint: unknown): number =>
  isMapping(breakpoint) && isCount(breakpoint.columns, 1) ? Number(breakpoint.columns) : 0;
