import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkArguments } from './arguments/check-arguments.ts';
import { checkDeclaration } from './arguments/check-declaration.ts';
import { ARGUMENT_TYPES, type ArgumentDeclaration } from './arguments/declaration.ts';
import type { HostPaths } from './arguments/host-paths.ts';
import { bindArguments } from './arguments.ts';
import { checkOutputSchema } from './output-schema.ts';
import { checkTemplates } from './template/check-templates.ts';
import { RenderError } from './template/render-error.ts';
import { renderArgv } from './template.ts';

const NOWHERE: HostPaths = {
  realpath(path) {
    throw Object.assign(new Error(`nothing at ${path}`), { code: 'ENOENT' });
  },
  lstat: () => undefined,
  protectedRoots: ['/var/lib/runner'],
  cwd: '/',
};

const name = fc.constantFrom('x', 'y', 'X', '__proto__', '1x', '');
const scalar = fc.oneof(fc.string(), fc.boolean(), fc.double(), fc.bigInt(), fc.integer(), fc.constant(null));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const texts = fc.array(fc.constantFrom('/', '/var', 'var', '', '/var/lib/runner', '/a/../b'), {
  maxLength: 3,
});
const validation = fc.record({
  enum: maybe(fc.array(scalar, { maxLength: 3 })),
  allowed: maybe(fc.array(scalar, { maxLength: 3 })),
  pattern: maybe(fc.oneof(fc.string(), fc.constantFrom('^a+$', '(a', '(?=a)'))),
  min: maybe(fc.oneof(fc.double(), fc.bigInt())),
  max: maybe(fc.oneof(fc.double(), fc.bigInt())),
  max_length: maybe(fc.integer({ min: -1, max: 9 })),
  max_items: maybe(fc.integer({ min: -1, max: 3 })),
  min_duration: maybe(fc.constantFrom('1s', '-1h', '7d', 'soon')),
  max_duration: maybe(fc.constantFrom('2s', '', '7d')),
  allowed_paths: maybe(texts),
  denied_paths: maybe(texts),
  allowed_prefixes: maybe(texts),
  denied_prefixes: maybe(texts),
});
const declaration = fc.record({
  name,
  type: fc.oneof(fc.constantFrom<string>(...ARGUMENT_TYPES), fc.string()),
  required: maybe(fc.boolean()),
  sensitive: maybe(fc.boolean()),
  default: maybe(fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))),
  validation: maybe(fc.oneof(validation, fc.constant({}))),
});
const declarations = fc.oneof(
  fc.array(declaration, { maxLength: 3 }),
  fc.array(fc.record({ name, type: fc.constantFrom<string>(...ARGUMENT_TYPES) }), { maxLength: 2 }),
  fc.array(fc.anything(), { maxLength: 2 }),
) as fc.Arbitrary<readonly ArgumentDeclaration[]>;
const argumentsJson = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .dictionary(
      fc.constantFrom('x', 'y', 'X'),
      fc.oneof(fc.jsonValue(), fc.constantFrom('1h', '7', '/var/log', '2.5')),
    )
    .map((value) => JSON.stringify(value)),
);
const template = fc.oneof(
  fc.constantFrom('{{ args.x }}', '{{ args.x? }}', 'a={{ args.y? }}', '{{ args.X }}{{ args.y }}'),
  fc.string({ unit: fc.constantFrom('{{', '}}', 'args.', 'x', '?', ' ') }),
);

test('no declaration and no JSON makes binding throw, and rendering fails by RenderError alone', () => {
  fc.assert(
    fc.property(declarations, argumentsJson, fc.array(template, { maxLength: 3 }), (args, json, argv) => {
      const bound = bindArguments(args, json, NOWHERE);
      if (!bound.ok) return;
      try {
        renderArgv(argv, bound.value);
      } catch (error) {
        expect(error).toBeInstanceOf(RenderError);
      }
    }),
    { numRuns: 5000 },
  );
});

test('declarations are refused by binding exactly when the loader would report a fault', () => {
  fc.assert(
    fc.property(declaration, (one) => {
      const isSound = checkDeclaration(one).next().done === true;
      const bound = bindArguments([one], '{}', NOWHERE);
      expect(!bound.ok && bound.error.code === 'schema').toBe(!isSound);
    }),
    { numRuns: 2000 },
  );
});

test('templates without a finding render, whatever was sent, but for absent values', () => {
  const args: readonly ArgumentDeclaration[] = [
    { name: 'x', type: 'string_array', default: [] },
    { name: 'y', type: 'number', default: 1 },
  ];
  fc.assert(
    fc.property(fc.array(template, { maxLength: 3 }), argumentsJson, (argv, json) => {
      if (checkTemplates(argv, {}, args).next().done !== true) return;
      const bound = bindArguments(args, json, NOWHERE);
      if (bound.ok) expect(renderArgv(argv, bound.value)).toBeInstanceOf(Array);
    }),
    { numRuns: 2000 },
  );
});

test('no value makes the checks of examples and output schemas throw', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true }), (value) => {
      const sound = [{ name: 'x', type: 'integer_array' }];
      expect([...checkArguments(sound, { x: value })].length).toBeGreaterThanOrEqual(0);
      expect([...checkOutputSchema({ type: 'object', a: value })].length).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 2000 },
  );
});
