import { above, anyOf, drop, isShort, rename, scalar, write } from './edits.ts';
import type { Mutator } from './mutator.ts';
import type { Place } from './place.ts';

const isTop = ({ path }: Place) => path.length === 1;
const isTopKey = (place: Place, key: string) => isTop(place) && place.key === key;
const isLoaded = ({ kind }: Place) => kind !== 'workflows';
const isComponent = ({ kind }: Place) =>
  /^(actions|triggers|sensors|rules|permission_sets|runtimes|policies|queues|caches|dashboards)$/.test(kind);
/** Documents that are read whatever other keys they hold. */
const isOpen = (place: Place) => isLoaded(place) && !/^(queues|caches)$/.test(place.kind);
const isTextKey = (place: Place) =>
  isTop(place) && /^(ref|label|description)$/.test(place.key) && isLoaded(place);
const isPlain = (place: Place) => isShort(place) && scalar(place) !== undefined;

/** Defects of YAML, of the structure of documents, and of single keys. */
export const documentMutators: readonly Mutator[] = [
  {
    name: 'a value is no YAML',
    code: 'PCK001',
    edits: (place) =>
      isPlain(place) && isTextKey(place) ? anyOf(place, ['a: b', '@name', '[one', '"one']) : [],
  },
  {
    name: 'a file says nothing',
    code: 'PCK003',
    edits: (place) =>
      isComponent(place) && isTopKey(place, 'ref')
        ? [{ start: 0, end: place.text.length, text: '# later\n' }]
        : [],
  },
  {
    name: 'a second document stands in a file',
    code: 'PCK004',
    edits: (place) =>
      isTopKey(place, 'ref') && isLoaded(place)
        ? [{ start: place.text.length, end: place.text.length, text: '\n---\nref: another\n' }]
        : [],
  },
  {
    name: 'an alias without an anchor',
    code: 'PCK005',
    edits: (place) => (isTextKey(place) ? write(place, '*nowhere') : []),
  },
  {
    name: 'a key is there twice',
    code: 'PCK006',
    edits: (place) => (isTextKey(place) && isPlain(place) ? above(place, `${place.key}: again`) : []),
  },
  {
    name: 'a merge that the loader does not make',
    code: 'ATT133',
    edits: (place) => (isTextKey(place) && isOpen(place) ? above(place, '<<: {one: 1}') : []),
  },
  {
    name: 'a tag that the value contradicts',
    code: 'PCK009',
    edits: (place) => (isTextKey(place) && isPlain(place) ? write(place, '!!int one') : []),
  },
  {
    name: 'something required is gone',
    code: 'PCK102',
    edits: (place) => (isComponent(place) && isTopKey(place, 'ref') ? drop(place) : []),
  },
  {
    name: 'something required is empty',
    code: 'PCK102',
    edits: (place) => (isLoaded(place) && isTopKey(place, 'ref') ? write(place, '') : []),
  },
  {
    name: 'a value of another type',
    code: 'PCK103',
    edits: (place) =>
      isLoaded(place) && isTopKey(place, 'ref') ? anyOf(place, ['[one]', '{one: 1}', '12']) : [],
  },
  {
    name: 'a ref or a version in no form',
    code: 'PCK104',
    edits: (place) => {
      if (isTopKey(place, 'ref') && isLoaded(place)) return anyOf(place, ['Has Blanks', 'UPPER.Case', '""']);
      return place.kind === 'pack' && isTopKey(place, 'version')
        ? anyOf(place, ['one', '"1.x"', '1.2.3.4'])
        : [];
    },
  },
  {
    name: 'a grant of no word',
    code: 'PCK105',
    edits: (place) => {
      if (place.kind !== 'permission_sets') return [];
      if (place.key === 'resource') return anyOf(place, ['pakcs', 'everything']);
      return place.key === 'actions' ? anyOf(place, ['[reed]', '[all]']) : [];
    },
  },
  {
    name: 'an older name of a key says something else',
    code: 'ATT001',
    edits: (place) => {
      if (place.kind !== 'pack' || place.profile !== 'real' || !isTop(place)) return [];
      if (place.key === 'label') return above(place, 'name: Something else');
      if (place.key === 'tags') return above(place, 'keywords: [else]');
      return place.key === 'meta' ? above(place, 'metadata: {else: true}') : [];
    },
  },
  {
    name: 'a component of another pack',
    code: 'ATT010',
    edits: (place) =>
      isComponent(place) && isTopKey(place, 'ref')
        ? write(place, `elsewhere.${scalar(place)?.split('.')[1]}`)
        : [],
  },
  {
    name: 'another pack owns a component',
    code: 'ATT010',
    edits: (place) =>
      /^(triggers|sensors|rules)$/.test(place.kind) &&
      isTopKey(place, 'label') &&
      !/^pack_ref:/m.test(place.text)
        ? above(place, 'pack_ref: elsewhere')
        : [],
  },
  {
    name: 'a ref that is taken',
    code: 'ATT011',
    edits: (place) =>
      isComponent(place) && isTopKey(place, 'ref')
        ? anyOf(place, place.neighbours.filter((ref) => ref !== scalar(place)).slice(0, 2))
        : [],
  },
  {
    name: 'a script that is not there',
    code: 'ATT013',
    edits: (place) => (isScript(place) ? anyOf(place, ['no_such_file.sh', 'no/such/file.py']) : []),
  },
  {
    name: 'a script outside the pack',
    code: 'ATT014',
    edits: (place) => (isScript(place) ? anyOf(place, ['../../run.sh', '/usr/bin/run']) : []),
  },
  {
    name: 'a graph outside its directory',
    code: 'ATT014',
    edits: (place) =>
      place.kind === 'actions' && isTopKey(place, 'workflow_file')
        ? anyOf(place, ['graph.yaml', '../graph.yaml'])
        : [],
  },
  {
    name: 'nothing to run',
    code: 'ATT016',
    edits: (place) => (place.profile === 'real' && isScript(place) ? drop(place) : []),
  },
  {
    name: 'an action sets its environment',
    code: 'ATT019',
    edits: (place) =>
      place.profile === 'real' && /^(actions|rules)$/.test(place.kind) && isTopKey(place, 'ref')
        ? above(place, 'env_vars: {PATH: /opt}')
        : [],
  },
  {
    name: 'a runtime sets a variable of the platform',
    code: 'ATT019',
    edits: (place) =>
      place.kind === 'runtimes' && place.path.length === 3 && place.path[1] === 'env_vars'
        ? rename(place, 'ATTUNE_HOME')
        : [],
  },
  {
    name: 'a list of packs without its visibility',
    code: 'ATT020',
    edits: (place) =>
      /^(actions|triggers)$/.test(place.kind) && place.profile === 'real' && isTopKey(place, 'description')
        ? above(place, 'reference_allowed_pack_refs: [elsewhere]')
        : [],
  },
  {
    name: 'a delivery of no word',
    code: 'ATT021',
    edits: (place) =>
      place.profile === 'real' && place.kind === 'actions' && isTopKey(place, 'parameter_delivery')
        ? anyOf(place, ['env', 'stdout', 'files'])
        : [],
  },
  {
    name: 'a grant names owners without their kind',
    code: 'ATT025',
    edits: (place) =>
      place.kind === 'permission_sets' && place.key === 'resource' && !place.text.includes('constraints:')
        ? write(place, 'caches\n    constraints: {owner_refs: [one]}')
        : [],
  },
  {
    name: 'a key that nothing reads',
    code: 'ATT101',
    edits: (place) => {
      if (place.profile !== 'real' || place.kind !== 'actions') return [];
      if (/^(timeout|output_schema):/m.test(place.text)) return [];
      if (isTopKey(place, 'description')) return above(place, 'timeout: 30');
      return isTopKey(place, 'output') ? rename(place, 'output_schema') : [];
    },
  },
  {
    name: 'a key with a slip',
    code: 'ATT102',
    edits: (place) =>
      place.profile === 'real' &&
      isTop(place) &&
      isOpen(place) &&
      /^(description|label|enabled|tags)$/.test(place.key)
        ? rename(place, `${place.key.slice(0, 3)}${place.key.slice(4)}`)
        : [],
  },
  {
    name: 'a key of the live format in a pack of 2024',
    code: 'ATT103',
    edits: (place) => {
      if (place.profile !== 'seed' || place.kind !== 'actions' || !isTop(place)) return [];
      return above(place, 'output_format: json');
    },
  },
  {
    name: 'a format of no word',
    code: 'ATT106',
    edits: (place) =>
      place.profile === 'real' &&
      place.kind === 'actions' &&
      isTop(place) &&
      /^(output|parameter)_format$/.test(place.key)
        ? anyOf(place, ['jsn', 'xml', 'plain'])
        : [],
  },
  {
    name: 'a runner of no name',
    code: 'ATT108',
    edits: (place) =>
      place.profile === 'real' && isComponent(place) && isTopKey(place, 'runner_type')
        ? anyOf(place, ['pyhton', 'docker', 'bashh'])
        : [],
  },
  {
    name: 'a range of versions in no form',
    code: 'ATT109',
    edits: (place) => {
      if (!/^(actions|sensors)$/.test(place.kind) || place.profile === 'seed') return [];
      if (isTopKey(place, 'runtime_version')) return anyOf(place, ['">=three"', '"=> 3"', '3.x']);
      return isTopKey(place, 'runner_type') && !place.text.includes('runtime_version')
        ? above(place, 'runtime_version: "3.x.y.z"')
        : [];
    },
  },
  {
    name: 'tests that cannot be read',
    code: 'ATT128',
    edits: (place) => {
      if (place.kind !== 'pack' || place.profile === 'seed' || place.path[0] !== 'testing') return [];
      if (place.path.length === 2 && place.key === 'enabled') return anyOf(place, ['maybe', '[]']);
      return place.path.length === 4 && place.key === 'type' ? anyOf(place, ['nose', 'jest']) : [];
    },
  },
];

function isScript(place: Place): boolean {
  const isNamed = /^(actions|sensors)$/.test(place.kind) && isTopKey(place, 'entry_point');
  return isNamed && !/^(runner_type: *(native|standalone)|launch:)/m.test(place.text);
}
