// Whatever a call proves to be taken newly, the comparison of two packs says so; and what is refused newly, too.
import { isLongRun } from '@packwright/vitest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Meaning } from '../changes/change.ts';
import { compare } from '../changes/compare.ts';
import { type Pair, pairOfRecord } from '../changes/fixtures/pair-of-record.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import type { ArgumentDeclaration, ArgumentValidation } from './arguments/declaration.ts';
import type { HostPaths } from './arguments/host-paths.ts';
import { bindArguments } from './arguments.ts';

/** A machine without links, since what paths mean on others no pack can tell. */
const HOST: HostPaths = {
  realpath: (path) => path,
  lstat: () => ({}),
  protectedRoots: ['/var/lib/runner'],
  cwd: '/',
};

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

const LONG = 'x'.repeat(210);
const choice = fc.constantFrom('a', 'b', 'ab', '/var/log', '7', `${LONG}a`, `${LONG}b`);
const paths = maybe(
  fc.uniqueArray(
    fc.constantFrom(
      '/',
      '/var',
      '/var/',
      '/var/log',
      '/var/log/..',
      '/var/log/../lib',
      '/var/l',
      'var',
      '/a//b',
    ),
    { maxLength: 3 },
  ),
);
const pathLists = {
  allowed_paths: paths,
  denied_paths: paths,
  allowed_prefixes: paths,
  denied_prefixes: paths,
};
const text = {
  enum: maybe(fc.uniqueArray(choice, { maxLength: 3 })),
  pattern: maybe(fc.constantFrom('', '^a+$', '^aa*$', '^[ab]+$', '^b', 'a', '^/var', '(?i)^A+$', '\\ba\\b')),
  max_length: maybe(fc.constantFrom(1, 2, 8, 32_768)),
};
const number = fc.constantFrom(0, 1, 2, 5, -3);
const LISTED = maybe(fc.constantFrom(0, 1, 2, 256));
const duration = maybe(fc.constantFrom('1s', '60s', '1m', '1h', '2d'));

const validations: Readonly<Record<string, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  string: { ...text, ...pathLists },
  path: { ...text, ...pathLists },
  string_array: { enum: text.enum, max_length: text.max_length, max_items: LISTED, ...pathLists },
  integer: {
    allowed: maybe(fc.uniqueArray(number, { maxLength: 3 })),
    min: maybe(number),
    max: maybe(number),
  },
  number: {
    enum: maybe(fc.uniqueArray(fc.oneof(number, fc.constantFrom(0.5, 1e21)), { maxLength: 3 })),
    min: maybe(fc.oneof(number, fc.constantFrom(0.5, 1e21))),
    max: maybe(fc.oneof(number, fc.constantFrom(0.5, 1e21))),
  },
  integer_array: { min: maybe(number), max: maybe(number), max_items: LISTED },
  duration: { min_duration: duration, max_duration: duration },
  boolean: { enum: maybe(fc.constantFrom([true], [false], [true, false])) },
};

type Argument = ArgumentDeclaration | undefined;

const flags = { required: maybe(fc.boolean()), sensitive: maybe(fc.boolean()) };
const types = fc.constantFrom(...Object.keys(validations));
const typeAndRules = types.chain((type) =>
  pairOfRecord(validations[type] ?? {}).map((rules) => ({ type, rules: rules as Pair<ArgumentValidation> })),
);

/** One argument whose rules, or type, or flags differ, or which only one version has. */
const argument = fc
  .tuple(typeAndRules, typeAndRules, pairOfRecord(flags), fc.nat(11))
  .map(([own, other, flag, die]): Pair<Argument> => {
    const before = { name: 'x', type: own.type, ...flag[0], validation: own.rules[0] };
    if (die === 0) return [before, undefined];
    if (die === 1) return [undefined, before];
    if (die === 2) return [before, { ...before, type: other.type, validation: other.rules[0] }];
    if (die <= 4) return [before, { ...before, ...flag[1] }];
    return [before, { ...before, validation: own.rules[1] }];
  });
const second: Argument = { name: 'y', type: 'string' };

const values: readonly unknown[] = [
  ...['', 'a', 'A', 'aa', 'b', 'ab', 'ba', `${LONG}a`, `${LONG}b`, '7', '1s', '90s', '1h', '49h'],
  ...['/', '/var', '/var/log', '/var/log/x', '/var/lib', '/var/lib/runner', '/etc', 'var', '/a/b'],
  ...[0, 1, 2, 3, 5, 6, -3, -4, 0.5, 0.75, 1e21, true, false, null],
  ...[[], ['a'], ['/var/log', 'b'], ['a', 'a', 'a'], [0], [2, 9], [1, 1, 1]],
];
const calls = [
  ...values.map((x) => ({ x, y: 'a' })),
  ...[{}, { x: 'a' }, { y: 'a' }, { y: 1 }, { x: 1, y: 1 }, { x: '/etc', y: 7 }, { y: 'b' }, { y: true }],
].map((call) => JSON.stringify(call));

function tree(args: readonly ArgumentDeclaration[]) {
  const action = {
    ...{
      schema_version: 1,
      id: 'demo.look',
      title: 'Look',
      kind: 'exec',
      risk: 'low',
      description: 'Looks.',
    },
    ...{ side_effects: ['none'], args, execution: { command: { binary: 'ls', argv: [] }, timeout: '30s' } },
    output: { parser: 'text', max_stdout_bytes: 100, max_stderr_bytes: 100 },
  };
  return memoryTree({
    'pack.yaml':
      'id: demo\nschema_version: 1\nname: Demo\ndescription: A demo.\nversion: 1.0.0\nactions: [look.yaml]\n',
    'look.yaml': JSON.stringify(action),
  });
}

const present = (args: readonly (ArgumentDeclaration | undefined)[]): ArgumentDeclaration[] =>
  args.filter((arg) => arg !== undefined);

test('no call is taken newly, and none refused newly, without a change that says so', () => {
  let proofs = 0;
  fc.assert(
    fc.property(argument, ([old, fresh]) => {
      const [before, after] = [present([old, second]), present([fresh, second])];
      const compared = compare(tree(before), tree(after));
      if (!compared.ok) return;
      const meanings = new Set<Meaning>(compared.changes.map(({ meaning }) => meaning));
      for (const call of calls) {
        const [was, is] = [before, after].map((args) => bindArguments(args, call, HOST).ok);
        if (was === is) continue;
        proofs++;
        const wanted: Meaning[] = is ? ['wider', 'unknown'] : ['narrower', 'unknown'];
        expect(
          wanted.some((meaning) => meanings.has(meaning)),
          `${call} is ${is ? 'taken' : 'refused'} newly, and the changes are ${[...meanings].join(' and ')}`,
        ).toBe(true);
      }
    }),
    { numRuns: isLongRun ? 3_000 : 300 },
  );
  expect(proofs).toBeGreaterThan(150);
}, 120_000);
