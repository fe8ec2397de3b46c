import { above, anyOf, write } from './edits.ts';
import type { Mutator } from './mutator.ts';
import type { Place } from './place.ts';

const isTop = (place: Place, kind: string, key: string) =>
  place.kind === kind && place.path.length === 1 && place.key === key;
const isInside = (place: Place, kind: string, ...path: readonly (string | number)[]) =>
  place.kind === kind && String(place.path) === String(path);

/** Defects of policies, queues, caches and dashboards. */
export const controlMutators: readonly Mutator[] = [
  {
    name: 'half a control',
    code: 'ATT022',
    edits: (place) =>
      isTop(place, 'policies', 'concurrency') ? anyOf(place, ['{limit: 2}', '{method: cancel}']) : [],
  },
  {
    name: 'a policy that controls nothing',
    code: 'ATT022',
    edits: (place) =>
      isTop(place, 'policies', 'concurrency') ? anyOf(place, ['{}', '{parameters: [a]}']) : [],
  },
  {
    name: 'a method of no word',
    code: 'PCK105',
    edits: (place) =>
      isInside(place, 'policies', 'concurrency', 'method') ? anyOf(place, ['wait', 'queue']) : [],
  },
  {
    name: 'a limit below one',
    code: 'PCK106',
    edits: (place) => (isInside(place, 'policies', 'concurrency', 'limit') ? anyOf(place, ['0', '-1']) : []),
  },
  {
    name: 'a policy or a queue for what is not there',
    code: 'ATT012',
    edits: (place) =>
      isTop(place, 'policies', 'action_ref') || isTop(place, 'queues', 'dispatch_action')
        ? anyOf(place, [`${place.pack}.no_such_action`, `${place.pack}.x`])
        : [],
  },
  {
    name: 'a key that a closed document does not know',
    code: 'PCK101',
    edits: (place) =>
      isTop(place, 'queues', 'label') || isTop(place, 'caches', 'namespace')
        ? ['colour: red', 'enbled: true'].flatMap((line) => above(place, line))
        : [],
  },
  {
    name: 'a word of a queue or a cache that is none',
    code: 'PCK105',
    edits: (place) => {
      if (isTop(place, 'queues', 'label')) return above(place, 'update_strategy: merge');
      if (isTop(place, 'queues', 'batch_mode')) return anyOf(place, ['many', 'one']);
      return isTop(place, 'caches', 'owner_type') ? anyOf(place, ['identity', 'packs']) : [];
    },
  },
  {
    name: 'a value of a queue from nowhere',
    code: 'ATT028',
    edits: (place) =>
      isInside(place, 'queues', 'config', 'dispatch', 'concurrency')
        ? anyOf(place, [
            '{source: literal}',
            '{source: keystore, key_ref: " "}',
            '{source: pack_config, path: a, value: 3}',
          ])
        : [],
  },
  {
    name: 'a namespace in no form',
    code: 'PCK104',
    edits: (place) => (isTop(place, 'caches', 'namespace') ? anyOf(place, ['Hosts', '"-a"', 'a/b']) : []),
  },
  {
    name: 'a cache of another pack, or one that keeps too little',
    code: 'ATT024',
    edits: (place) => {
      if (isTop(place, 'caches', 'owner_ref')) return write(place, 'elsewhere');
      return isTop(place, 'caches', 'max_retained_bytes') ? write(place, '5') : [];
    },
  },
  {
    name: 'a card that does not fit its dashboard',
    code: 'ATT026',
    edits: (place) => {
      if (place.kind !== 'dashboards') return [];
      if (place.key === 'source' && place.path[0] === 'cards') return write(place, 'nowhere');
      if (isInside(place, 'dashboards', 'layout', 'breakpoints', 'lg')) return write(place, '{columns: 0}');
      return place.path.at(-2) === 'position' ? write(place, '{x: 0, y: 0, w: 60, h: 4}') : [];
    },
  },
  {
    name: 'a filter that is not there',
    code: 'ATT026',
    edits: (place) =>
      place.kind === 'dashboards' && place.path[2] === 'params' && place.path.length === 4
        ? anyOf(place, ['"{{ filters.nothing }}"', '["{{ filters.trigger }}"]'])
        : [],
  },
  {
    name: 'a visibility of no word',
    code: 'ATT106',
    edits: (place) => (isTop(place, 'dashboards', 'label') ? above(place, 'visibility: everyone') : []),
  },
  {
    name: 'a number that JSON does not have',
    code: 'ATT027',
    edits: (place) => (isTop(place, 'dashboards', 'label') ? above(place, 'least: .inf') : []),
  },
];
