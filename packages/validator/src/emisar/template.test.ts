import { ExactNumber } from '@packwright/values';
import { expect, test } from 'vitest';
import { BoundDuration, type BoundValue } from './arguments/bound-value.ts';
import { RenderError } from './template/render-error.ts';
import { renderArgv, renderEnv } from './template.ts';

type Values = Readonly<Record<string, BoundValue>>;

function argv(templates: readonly string[], values: Values): readonly string[] | string {
  try {
    return renderArgv(templates, new Map(Object.entries(values)));
  } catch (error) {
    if (error instanceof RenderError) return error.message;
    throw error;
  }
}

const SPLIT = ['st', '-namespace={{ args.ns? }}', 'web'];
const TWO = ['n', '-ns={{ args.ns? }}', '-rg={{ args.rg? }}', 'st'];
const SCRIPT = `echo "it's" {{ args.other }}\nexit`;

// The rows of spec section 3.5.
test.each<[row: string, templates: readonly string[], values: Values, result: readonly string[]]>([
  ['1', ['--ks={{ args.k }} --p={{ args.p }}'], { k: 'v_ks', p: 7199n }, ['--ks=v_ks --p=7199']],
  ['2', ['--port={{ args.p }}'], { p: 7199n }, ['--port=7199']],
  ['3', ['-h', '{{ args.paths }}'], { paths: ['/var/log', '/tmp'] }, ['-h', '/var/log', '/tmp']],
  ['4', ['{{ args.paths }}'], { paths: [] }, []],
  ['6', ['x={{ args.paths? }}'], { paths: [] }, []],
  ['8', ['{{ args.missing? }}'], {}, []],
  ['13', ['{{args.k}}'], { k: 'a' }, ['a']],
  ['14', ['  {{ args.k }}  '], { k: 'a' }, ['a']],
  ['15', [' {{ args.k }}x'], { k: 'a' }, [' ax']],
  ['16', ['{{ args.a }}{{ args.b }}'], { a: '1', b: '2' }, ['12']],
  ['21', ['a }} b'], {}, ['a }} b']],
  ['21, behind a block', ['{{ args.k }}}}', 'a{{ args.k }}}'], { k: 'v' }, ['v}}', 'av}']],
  ['22', SPLIT, { ns: '' }, ['st', 'web']],
  ['23', SPLIT, {}, ['st', 'web']],
  ['24', SPLIT, { ns: 'prod' }, ['st', '-namespace=prod', 'web']],
  ['25', TWO, { ns: 'prod', rg: '' }, ['n', '-ns=prod', 'st']],
  ['26', TWO, {}, ['n', 'st']],
  ['27', ['c', '{{ args.o? }}', 't'], { o: '' }, ['c', 't']],
  ['28', ['c', '{{ args.o? }}', 't'], { o: '-v' }, ['c', '-v', 't']],
  ['29, empty', ['c', '{{ args.tags? }}', 't'], { tags: [] }, ['c', 't']],
  ['29, absent', ['c', '{{ args.tags? }}', 't'], {}, ['c', 't']],
  ['30', ['c', '{{ args.tags? }}', 't'], { tags: ['-a', '-b'] }, ['c', '-a', '-b', 't']],
  ['31', ['c', '-n={{ args.n? }}'], { n: 0n }, ['c', '-n=0']],
  ['32', ['c', '-f={{ args.f? }}'], { f: false }, ['c', '-f=false']],
  ['33', ['c', '-x={{ args.x ? }}'], { x: '' }, ['c']],
  ['34', ['c', '-ns={{ args.ns }}'], { ns: '' }, ['c', '-ns=']],
  ['35', ['{{ args.ns }}'], { ns: '' }, ['']],
  ['37', ['-c', '{{ args.script }}'], { script: SCRIPT }, ['-c', SCRIPT]],
  ['38', ['n', '-ns={{ args.ns? }}', 'st'], { ns: 'a; rm -rf /\n-x' }, ['n', '-ns=a; rm -rf /\n-x', 'st']],
  [
    '39',
    ['--r={{ args.ratio }}', '{{ args.ratio }}'],
    { ratio: new ExactNumber('891234567890123456.5') },
    ['--r=891234567890123456.5', '891234567890123456.5'],
  ],
  ['40', ['w={{ args.w }}'], { w: new BoundDuration(300_000_000_000n) }, ['w=5m0s']],
  ['41', ['flag={{ args.f }}'], { f: false }, ['flag=false']],
  ['46', ['{{ args.ids }}'], { ids: [1n, 2n] }, ['1', '2']],
  ['47', ['grep', '-e', '{{ args.p }}', '--', 'f'], { p: '-r' }, ['grep', '-e', '-r', '--', 'f']],
])('row %s of the spec', (_, templates, values, result) => {
  expect(argv(templates, values)).toEqual(result);
});

const NOTHING_ELSE = 'is not a reference to an argument';

// The rows of spec section 3.5 that fail.
test.each<[row: string, template: string, values: Values, message: string]>([
  ['5', 'x={{ args.paths }}', { paths: ['a'] }, 'the list "paths" stands inside other text'],
  ['7', '{{ args.missing }}', {}, 'the argument "missing" has no value'],
  ['9', '{{ steps.x.out }}', {}, `"steps.x.out" ${NOTHING_ELSE}`],
  ['10', '{{ steps.x? }}', {}, `"steps.x?" ${NOTHING_ELSE}`],
  ['11', "{{ contains(args.k,'v') }}", { k: 'a' }, `"contains(args.k,'v')" ${NOTHING_ELSE}`],
  ['12', '{{ args.k | upper }}', { k: 'a' }, `"args.k | upper" ${NOTHING_ELSE}`],
  ['17', '{{ args.a }}{{ args.b }}', { a: ['x'] }, 'the list "a" stands inside other text'],
  ['18', '{{ }}', {}, 'the block is empty'],
  ['18', '{{}}', {}, 'the block is empty'],
  ['19', '{{ args. }}', {}, `"args." ${NOTHING_ELSE}`],
  ['19', '{{ args.1a }}', {}, `"args.1a" ${NOTHING_ELSE}`],
  ['19', '{{ args.a-b }}', {}, `"args.a-b" ${NOTHING_ELSE}`],
  ['19', '{{ args.a.b }}', {}, `"args.a.b" ${NOTHING_ELSE}`],
  ['20', 'a {{ args.k', { k: 'a' }, '"{{" has no "}}"'],
  ['3.1, a brace too many', '{{ args.k }}}', { k: 'a' }, `"args.k }" ${NOTHING_ELSE}`],
  ['3.1, a brace too many at the front', '{{{ args.k }}', { k: 'a' }, `"{ args.k" ${NOTHING_ELSE}`],
  ['3.1, two marks', '{{ args.k?? }}', { k: 'a' }, `"args.k??" ${NOTHING_ELSE}`],
  ['36', '{{ args.ns?extra }}', { ns: 'a' }, `"args.ns?extra" ${NOTHING_ELSE}`],
])('row %s of the spec: %s is an error', (_, template, values, message) => {
  expect(argv([template], values)).toBe(`template "${template}": ${message}`);
});

test('an error says which block of which template is at fault', () => {
  const render = () => renderArgv(['ok', 'a={{ args.a }} {{ args.b }}'], new Map([['a', '1']]));
  expect(render).toThrow(
    expect.objectContaining({ template: 'a={{ args.a }} {{ args.b }}', start: 15, end: 27 }),
  );
});

test('numbers of the pack are written without an exponent, those of a caller as they came', () => {
  expect(argv(['{{ args.a }} {{ args.b }}'], { a: 1e21, b: new ExactNumber('1e3') })).toEqual([
    '1000000000000000000000 1e3',
  ]);
});

test('an argument named as a property of every object is absent unless it was sent', () => {
  expect(argv(['{{ args.constructor? }}', '{{ args.toString? }}'], {})).toEqual([]);
});

// Rows 42, 43 and 45 of spec section 3.5.
test('environment values are filled in, an absent optional one is empty, keys stay as they are', () => {
  const env = { K: 'ks={{ args.k }}', NS: '{{ args.ns? }}', '{{ args.k }}': 'x', B: '{{ args.k }}}' };
  expect([...renderEnv(env, new Map([['k', 'v']]))]).toEqual([
    ['K', 'ks=v'],
    ['NS', ''],
    ['{{ args.k }}', 'x'],
    ['B', 'v}'],
  ]);
});

// Row 44 of spec section 3.5.
test('a list is an error in an environment value', () => {
  expect(() => renderEnv({ L: '{{ args.tags }}' }, new Map([['tags', ['a']]]))).toThrow(
    'template "{{ args.tags }}": the list "tags" stands inside other text',
  );
});
