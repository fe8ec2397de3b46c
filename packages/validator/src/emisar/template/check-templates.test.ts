import { expect, test } from 'vitest';
import { checkTemplates, referencedNames } from './check-templates.ts';

const ARGS = [
  { name: 'namespace', type: 'string' },
  { name: 'tags', type: 'string_array' },
];

function problems(argv: readonly string[], env: Readonly<Record<string, string>> = {}): readonly string[] {
  return [...checkTemplates(argv, env, ARGS)].map(({ place, start, end, kind, message, hint }) => {
    const where = place.kind === 'argv' ? place.index : place.key;
    return `${where} [${start},${end}) ${kind}: ${message}; ${hint}`;
  });
}

test('declared arguments and literal braces pass', () => {
  expect(
    problems(['-n={{ args.namespace? }}', '{{ args.tags }}', 'a }} b'], { NS: '{{args.namespace}}' }),
  ).toEqual([]);
});

test('every block at fault is reported, at its place in the template', () => {
  expect(problems(['x={{ args.namspace }} {{ env.HOME }}', '{{ args.a b }}', 'y {{ args.tags'])).toEqual([
    '0 [2,21) undeclared: "namspace" is not a declared argument; did you mean "args.namespace"?',
    '0 [22,36) not-args: "env.HOME" is not a reference to an argument; write "{{ args.name }}"; templates know nothing else',
    '1 [0,14) bad-reference: "args.a b" is not a reference to an argument; write "{{ args.name }}" or "{{ args.name? }}"; there are no filters, defaults or paths',
    '2 [2,14) unterminated: "{{" has no "}}"; close the block with "}}"',
  ]);
});

test('a block in the words of another language is told the argument that it speaks of', () => {
  expect(problems(['{{ namespace }}', '{{ .Values.namespace }}', '{{ args.namespace | lower }}'])).toEqual([
    '0 [0,15) not-args: "namespace" is not a reference to an argument; did you mean "{{ args.namespace }}"?',
    '1 [0,23) not-args: ".Values.namespace" is not a reference to an argument; did you mean "{{ args.namespace }}"?',
    '2 [0,28) bad-reference: "args.namespace | lower" is not a reference to an argument; write "{{ args.namespace }}" or "{{ args.namespace? }}"; there are no filters, defaults or paths',
  ]);
});

test('an element that would be one block but for a brace is reported, and the value of a variable is not', () => {
  expect(problems(['{{ args.namespace }}}'], { NS: '{{ args.namespace }}}' })).toEqual([
    '0 [0,21) bad-reference: "args.namespace }" is not a reference to an argument; write "{{ args.namespace }}" or "{{ args.namespace? }}"; there are no filters, defaults or paths',
  ]);
});

test('an undeclared argument is reported although it is optional', () => {
  expect(problems(['{{ args.other? }}'])).toEqual([
    '0 [0,17) undeclared: "other" is not a declared argument; declare it under `args`',
  ]);
});

test('a list has to be an element of its own', () => {
  expect(problems(['t={{ args.tags? }}'], { B: '{{ args.tags }}', A: '{{ args.tags }}' })).toEqual([
    '0 [2,18) list-in-text: the list "tags" stands inside other text; make the block an element of its own; its items become elements',
    'A [0,15) list-in-text: the list "tags" stands in an environment variable; only argv takes lists',
    'B [0,15) list-in-text: the list "tags" stands in an environment variable; only argv takes lists',
  ]);
});

test('the names that a template refers to are listed, faulty blocks left out', () => {
  expect([...referencedNames('{{ args.a }} {{ x }} {{ args.b? }} {{ args.a }}')]).toEqual(['a', 'b', 'a']);
});
