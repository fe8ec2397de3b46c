import type { Form, StructForm } from '@packwright/schema/form';
import fc from 'fast-check';

type Values = fc.Arbitrary<unknown>;
type TextForm = Extract<Form, { kind: 'text' }>;

/** Values that fit a form. */
export function rightFor(form: Form): Values {
  switch (form.kind) {
    case 'any':
      return fc.jsonValue({ maxDepth: 2 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'text':
      return textFor(form);
    case 'number': {
      const { minimum: min, maximum: max, whole } = form;
      const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
      return whole ? fc.integer(limits) : fc.double({ ...limits, noNaN: true, noDefaultInfinity: true });
    }
    case 'words':
      return fc.constantFrom(...form.words);
    case 'option':
      return fc.option(rightFor(form.inner), { nil: form.besides });
    case 'list':
      return fc.array(rightFor(form.item), lengthsOf(form, 3));
    case 'map':
      return fc.dictionary(fc.string(), rightFor(form.value), { maxKeys: 3, noNullPrototype: true });
    case 'struct':
      return structFor(form);
    case 'union':
      return fc.oneof(...form.options.map(rightFor));
  }
}

function textFor(form: TextForm): Values {
  const [pattern] = form.patterns ?? [];
  const { minLength, maxLength } = lengthsOf(form, 100);
  if (!pattern) return fc.string({ minLength, maxLength });
  return fc.stringMatching(pattern).filter(({ length }) => length >= minLength && length <= maxLength);
}

function structFor({ fields, required }: StructForm): Values {
  const values = Object.entries(fields).map(([key, field]) => [key, rightFor(field)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required], noNullPrototype: true });
}

interface Lengths {
  readonly minLength?: number;
  readonly maxLength?: number;
}

function lengthsOf({ minLength = 0, maxLength }: Lengths, most: number) {
  return { minLength, maxLength: Math.min(maxLength ?? most, Math.max(most, minLength)) };
}

/** The value with one place in it that is another, or gone, or one too many. */
export function wrongAt(right: unknown): Values {
  return fc.tuple(fc.array(fc.nat(), { maxLength: 8 }), fc.nat(9), junkFor).map(([way, how, junk]) => {
    const root = { value: structuredClone(right) };
    spoil(root, [0, ...way], how, junk);
    return root.value;
  });
}

const junkFor = fc.oneof(
  fc.constantFrom(null, undefined, '', 'a', 0, -0, -1, 1, 1.5, 256, 2 ** 53, 1e300, true, 1n),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, new Date(0), new Map(), new String('low')),
  fc.constantFrom('2026-02-30T00:00:00Z', '2026-02-28T24:00:00Z', '2026-02-28T00:00:00+01:00'),
  fc.constantFrom('a'.repeat(200), 'a'.repeat(10_001), [], {}, [[]], { length: 1 }, Object.create(null)),
  fc.constant(JSON.parse('{"__proto__":{"a":1}}')),
  fc.string(),
  fc.anything({ maxDepth: 2, withNullPrototype: true }),
);

type Inner = Record<string, unknown>;

/** Follows a way of numbers into a value and spoils the place where it ends. */
function spoil(value: Inner, [step = 0, ...rest]: readonly number[], how: number, junk: unknown): void {
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  const inner = key === undefined ? undefined : value[key];
  if (key !== undefined && rest.length > 0 && typeof inner === 'object' && inner !== null) {
    spoil(inner as Inner, rest, how, junk);
  } else if (how === 0) {
    setOwn(value, 'added', junk);
  } else if (how === 1) {
    setOwn(value, '__proto__', junk);
  } else if (key !== undefined && how === 2 && Array.isArray(value)) {
    value.splice(Number(key), 1);
  } else if (key !== undefined && how === 2) {
    delete value[key];
  } else if (key !== undefined) {
    setOwn(value, key, typeof inner === 'string' && how < 6 ? respelled(inner, how) : junk);
  }
}

const setOwn = (value: Inner, key: string, junk: unknown): void => {
  Object.defineProperty(value, key, { value: junk, enumerable: true, configurable: true, writable: true });
};

function respelled(text: string, how: number): string {
  if (how === 3) return `${text}\n`;
  return how === 4 ? text.toUpperCase() : text.slice(1);
}
