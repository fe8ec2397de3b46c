import { above, anyOf, drop, rename, scalar } from './edits.ts';
import type { Mutator } from './mutator.ts';
import type { Place } from './place.ts';

/** The keyword of a parameter at which a key stands: `type` for `parameters.host.type`. */
function keyword({ kind, profile, path }: Place): string | undefined {
  const isParameter = path.length === 3 && path[0] === 'parameters' && /^(actions|triggers)$/.test(kind);
  const isSetting = path.length === 3 && path[0] === 'conf_schema' && kind === 'pack';
  return profile === 'real' && (isParameter || isSetting) ? String(path[2]) : undefined;
}

/** Defects of parameters and of the configuration. */
export const schemaMutators: readonly Mutator[] = [
  {
    name: 'a parameter without its type',
    code: 'ATT018',
    edits: (place) => (keyword(place) === 'type' ? drop(place) : []),
  },
  {
    name: 'a keyword with a slip',
    code: 'ATT018',
    edits: (place) => (keyword(place) === 'type' ? rename(place, 'tpye') : []),
  },
  {
    name: 'a type of no word',
    code: 'ATT110',
    edits: (place) =>
      keyword(place) === 'type' && place.kind !== 'triggers' ? anyOf(place, ['strnig', 'text', 'any']) : [],
  },
  {
    name: 'a pattern that does not compile',
    code: 'ATT110',
    edits: (place) =>
      keyword(place) === 'type' && scalar(place) === 'string' && place.kind !== 'triggers'
        ? above(place, "pattern: '([a-z'")
        : [],
  },
  {
    name: 'a limit that is no number',
    code: 'ATT110',
    edits: (place) => (/^(minimum|maximum)$/.test(keyword(place) ?? '') ? anyOf(place, ['many', '[1]']) : []),
  },
  {
    name: 'a default of another type',
    code: 'ATT111',
    edits: (place) => {
      if (keyword(place) !== 'default') return [];
      if (/^(true|false|[0-9.-]+)$/.test(scalar(place) ?? '')) return anyOf(place, ['sometimes', '[1]']);
      return scalar(place) === undefined ? anyOf(place, ['one']) : anyOf(place, ['[one]', '{one: 1}']);
    },
  },
  {
    name: 'a keyword that nothing reads',
    code: 'ATT112',
    edits: (place) => (keyword(place) === 'type' ? above(place, 'minimun: 1') : []),
  },
  {
    name: 'a setting that its schema refuses',
    code: 'ATT113',
    edits: (place) =>
      place.kind === 'pack' &&
      place.path.length === 2 &&
      place.path[0] === 'config' &&
      /\nconf_schema:\n/.test(place.text)
        ? anyOf(place, ['[one]', '{one: 1}'])
        : [],
  },
  {
    name: 'a secret in the environment',
    code: 'ATT126',
    edits: (place) =>
      place.profile === 'seed' &&
      place.kind === 'actions' &&
      /^parameters,properties,[^,]+$/.test(String(place.path))
        ? above(place, 'token: {type: string, secret: true}')
        : [],
  },
];
