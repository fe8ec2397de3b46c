import { expect, test } from 'vitest';
import type { ArgumentDeclaration } from './arguments/declaration.ts';
import type { HostPaths } from './arguments/host-paths.ts';
import { bindArguments } from './arguments.ts';
import { renderArgv } from './template.ts';

const HOST: HostPaths = { realpath: (path) => path, lstat: () => ({}), protectedRoots: [], cwd: '/' };

type Rules = Omit<ArgumentDeclaration, 'name'>;

const whole = (value: string): string => `{"x":${value}}`;
const text = (value: string): string => whole(JSON.stringify(value));

/** The elements that the argument `x` becomes, or the code of the refusal. */
function outcome(declarations: readonly ArgumentDeclaration[], json: string): readonly string[] | string {
  const bound = bindArguments(declarations, json, HOST);
  return bound.ok ? renderArgv(['{{ args.x? }}'], bound.value) : bound.error.code;
}

const string: Rules = { type: 'string' };
const letters: Rules = { type: 'string', validation: { pattern: '^[a-z]+$' } };
const choice: Rules = { type: 'string', validation: { enum: ['a', 'b'] } };
const five: Rules = { type: 'string', validation: { max_length: 5 } };
const long: Rules = { type: 'string', validation: { max_length: 4096 } };
const longer: Rules = { type: 'string', validation: { max_length: 32_778 } };
const integer: Rules = { type: 'integer' };
const ten: Rules = { type: 'integer', validation: { min: 1, max: 10 } };
const safe: Rules = { type: 'integer', validation: { max: 9007199254740991 } };
const ports: Rules = { type: 'integer', validation: { allowed: [80, 443, 8080, 8443] } };
const number: Rules = { type: 'number' };
const quarters: Rules = { type: 'number', validation: { enum: [1.25, 2.5] } };
const zero: Rules = { type: 'number', validation: { enum: [0] } };
const most: Rules = { type: 'number', validation: { max: 1.25 } };
const positive: Rules = { type: 'number', validation: { min: 0 } };
const boolean: Rules = { type: 'boolean' };
const duration: Rules = { type: 'duration' };
const hours: Rules = { type: 'duration', validation: { max_duration: '2h' } };
const list: Rules = { type: 'string_array' };
const pair: Rules = { type: 'string_array', validation: { max_items: 2 } };
const short: Rules = { type: 'string_array', validation: { max_length: 3 } };
const speeds: Rules = { type: 'string_array', validation: { enum: ['fast', 'slow'] } };
const integers: Rules = { type: 'integer_array' };
const portList: Rules = { type: 'integer_array', validation: { min: 1, max: 65_535 } };
const path: Rules = { type: 'path' };

// The rows of spec section 4.7 that need no file system.
test.each<[row: string, rules: Rules, json: string, result: readonly string[] | string]>([
  ['1', string, '{"x":"a","y":"b"}', 'unknown_arg'],
  ['2', { type: 'string', required: true }, '{}', 'required'],
  ['3', { type: 'string', default: 'f' }, '{}', ['f']],
  ['4', string, '{}', []],
  ['5', string, whole('null'), 'type'],
  ['6', string, whole('7'), 'type'],
  ['7', choice, text('a'), ['a']],
  ['8', choice, text('c'), 'enum'],
  ['9', choice, text('A'), 'enum'],
  ['10', letters, text('abc'), ['abc']],
  ['11', letters, text('abc1'), 'pattern'],
  ['12', letters, text('abc\n'), 'pattern'],
  ['13', { type: 'string', validation: { pattern: '[a-z]' } }, text('1a2'), ['1a2']],
  ['14, ok', five, text('abcde'), ['abcde']],
  ['14, refused', five, text('abcdef'), 'max_length'],
  ['15, ok', long, text('é'.repeat(2048)), ['é'.repeat(2048)]],
  ['15, refused', long, text('é'.repeat(2049)), 'max_length'],
  ['16', string, text('a'.repeat(32_769)), 'max_length'],
  ['17', longer, text('a'.repeat(32_769)), ['a'.repeat(32_769)]],
  ['18', { type: 'string', default: '', validation: { pattern: '^(a)?$' } }, '{}', []],
  ['19, ok', ten, whole('5'), ['5']],
  ['19, below', ten, whole('0'), 'min'],
  ['19, above', ten, whole('11'), 'max'],
  ['20', integer, whole('891234567890123456'), ['891234567890123456']],
  ['21', integer, whole('891234567890123456.5'), 'type'],
  ['22', integer, whole('1e999999999999999999999'), 'type'],
  ['23, ok', safe, whole('9007199254740991'), ['9007199254740991']],
  ['23, refused', safe, whole('9007199254740992'), 'max'],
  ['24, exponent', integer, whole('1e3'), ['1000']],
  ['24, fraction', integer, whole('1000.0'), ['1000']],
  ['25', integer, text('7'), ['7']],
  ['25, negative', integer, text('-42'), ['-42']],
  ['4.2, sign and zeros', integer, text('+007'), ['7']],
  ['26, fraction', integer, text('7.5'), 'type'],
  ['26, word', integer, text('abc'), 'type'],
  ['26, boolean', integer, whole('true'), 'type'],
  ['26, list', integer, whole('[]'), 'type'],
  ['26, null', integer, whole('null'), 'type'],
  ['4.2, hexadecimal', integer, text('0x10'), 'type'],
  ['4.2, space', integer, text(' 7'), 'type'],
  ['4.2, empty', integer, text(''), 'type'],
  ['27', integer, whole('7.5'), 'type'],
  ['28', integer, whole('9223372036854775808'), 'type'],
  ['29, ok', ports, whole('443'), ['443']],
  ['29, refused', ports, whole('22'), 'allowed'],
  ['30', quarters, whole('1.250'), ['1.250']],
  ['31', quarters, whole('1.2500000000000001'), 'enum'],
  ['32', zero, whole('0'), ['0']],
  ['32, negative', zero, whole('-0'), ['-0']],
  ['33', zero, whole('1e-400'), 'enum'],
  ['34, ok', most, whole('1.25'), ['1.25']],
  ['34, refused', most, whole('1.2500000000000001'), 'max'],
  ['35, ok', positive, whole('1e-400'), ['1e-400']],
  ['35, refused', positive, whole('-1e-400'), 'min'],
  [
    '36',
    { type: 'number', validation: { allowed: [9007199254740992] } },
    whole('9007199254740993'),
    'allowed',
  ],
  ['37', { type: 'number', validation: { max: 9007199254740992 } }, whole('9007199254740993'), 'max'],
  ['38', { type: 'number', validation: { min: 0, max: 10 } }, whole(`1.${'0'.repeat(30_000)}1`), 'type'],
  ['39', { type: 'number', validation: { min: 0, max: 1 } }, text('NaN'), 'type'],
  ['39, infinite', { type: 'number', validation: { min: 0, max: 1 } }, text('+Inf'), 'type'],
  ['40', number, text('2.5'), ['2.5']],
  ['40, negative', number, text('-1.25'), ['-1.25']],
  ['4.2, hexadecimal float', number, text('0x1p-2'), ['0.25']],
  ['4.2, infinite literal', number, whole('1e999'), 'type'],
  ['41, word', number, text('nope'), 'type'],
  ['41, boolean', number, whole('true'), 'type'],
  ['41, list', number, whole('[1]'), 'type'],
  ['41, null', number, whole('null'), 'type'],
  ['42', boolean, whole('true'), ['true']],
  ['43', boolean, text('true'), 'type'],
  ['44', boolean, whole('1'), 'type'],
  ['45, ok', hours, text('1h'), ['1h0m0s']],
  ['45, refused', hours, text('3h'), 'max_duration'],
  ['46', duration, text('7d'), 'type'],
  ['47', duration, text('-5m'), ['-5m0s']],
  ['48', duration, whole('300'), 'type'],
  ['49, ok', pair, whole('["a","b"]'), ['a', 'b']],
  ['49, refused', pair, whole('["a","b","c"]'), 'max_items'],
  ['50', list, whole(JSON.stringify(Array(257).fill('a'))), 'max_items'],
  ['51', list, whole('[1,"b"]'), 'type'],
  ['52', list, text('a'), 'type'],
  ['53', short, whole('["ok","toolong"]'), 'max_length'],
  ['54', speeds, whole('["fast","lol"]'), 'enum'],
  ['55, ok', portList, whole('[80,443]'), ['80', '443']],
  ['55, refused', portList, whole('[80,99999]'), 'max'],
  ['56', integers, whole('[1.5]'), 'type'],
  ['77', path, text('a//b/../c'), ['a/c']],
  ['78', path, text(''), ['.']],
  ['80', { type: 'integer', validation: { min: 2 } }, text('all'), 'type'],
])('row %s of the spec', (_, rules, json, result) => {
  expect(outcome([{ name: 'x', ...rules }], json)).toEqual(result);
});

// What sections 4.2 and 4.3 say beside that table.
test.each<[what: string, rules: Rules, json: string, result: readonly string[] | string]>([
  ['a negative zero is the integer 0', integer, whole('-0'), ['0']],
  ['a fraction of zeros is whole', integer, whole('9223372036854775807.000'), ['9223372036854775807']],
  ['an exponent is counted exactly', integer, whole('9.223372036854775807e18'), ['9223372036854775807']],
  ['a negative exponent may leave it whole', integer, whole('1200e-2'), ['12']],
  ['the least integer', integer, whole('-9223372036854775808'), ['-9223372036854775808']],
  ['below the least integer', integer, whole('-9223372036854775809'), 'type'],
  ['a text beyond 64 bits', integer, text('9223372036854775808'), 'type'],
  ['a text with an exponent is no integer', integer, text('1e3'), 'type'],
  ['digits of another script', integer, text('\u0667'), 'type'],
  ['a literal of 64 characters', number, whole(`1${'0'.repeat(63)}`), [`1${'0'.repeat(63)}`]],
  ['a literal of 65 characters', number, whole(`1${'0'.repeat(64)}`), 'type'],
  ['an exponent stays as written', number, whole('1E+03'), ['1E+03']],
  ['the greatest double', number, whole('1.7976931348623157e308'), ['1.7976931348623157e308']],
  ['above the greatest double', number, whole('1.797693134862315808e308'), 'type'],
  ['a text that underflows', number, text('-1e-400'), ['-0']],
  ['a text that overflows', number, text('1e400'), 'type'],
  ['a text is written without an exponent', number, text('1e21'), ['1000000000000000000000']],
  ['underscores between digits of a text', number, text('1_000.5'), ['1000.5']],
  ['an underscore that separates nothing', number, text('1_'), 'type'],
  ['a hexadecimal text without its exponent', number, text('0x1'), 'type'],
  [
    'a bound is the double that was written',
    { type: 'number', validation: { max: 0.1 } },
    whole('0.10000000000000000555'),
    'max',
  ],
  [
    'a choice is equal whatever its spelling',
    { type: 'integer', validation: { enum: [80] } },
    whole('8e1'),
    ['80'],
  ],
  ['a duration without a unit', duration, text('10'), 'type'],
  ['a duration of nothing', duration, text('-0'), ['0s']],
  ['a fraction without digits before it', duration, text('.5s'), ['500ms']],
  ['the least duration', duration, text('-9223372036854775808ns'), ['-2562047h47m16.854775808s']],
  ['a duration beyond 64 bits', duration, text('2562047h47m16.854775808s'), 'type'],
  ['a fraction below a nanosecond', duration, text('1.0000000009s'), ['1s']],
  ['both spellings of micro', duration, text('1\u03bcs'), ['1\u00b5s']],
  ['null inside a list', list, whole('["a",null]'), 'type'],
  ['texts in a list of integers', integers, whole('["+1",2.0,3e0]'), ['1', '2', '3']],
  [
    'the length of an item comes before their number',
    { type: 'string_array', validation: { max_items: 0, max_length: 1 } },
    whole('["aa"]'),
    'max_length',
  ],
  [
    'no normalisation of characters',
    { type: 'string', validation: { enum: ['\u00e9'] } },
    text('e\u0301'),
    'enum',
  ],
  [
    'four bytes of one character',
    { type: 'string', validation: { max_length: 3 } },
    text('\u{1F600}'),
    'max_length',
  ],
  [
    'a path is measured once it is clean',
    { type: 'path', validation: { max_length: 4 } },
    text('//a/../b/c/'),
    ['/b/c'],
  ],
  ['a path above the root', path, text('/../../a/'), ['/a']],
  ['a path above where it starts', path, text('a/../../b'), ['../b']],
  ['a tilde is a name like any other', path, text('~/x/.'), ['~/x']],
  ['a tilde leads nowhere', { type: 'path', validation: { allowed_prefixes: ['~'] } }, text('~/x'), 'path'],
  ['a key that is written twice, however it is escaped', string, '{"x":"a","\\u0078":"b"}', 'json'],
  ['text behind the arguments', string, '{"x":"a"}{}', 'json'],
  ['a byte order mark', string, '\ufeff{"x":"a"}', 'json'],
  ['a number with a plus', number, whole('+1'), 'json'],
  ['lists without end', list, whole('['.repeat(100_000)), 'json'],
  ['names differ by case', string, '{"X":"a"}', 'unknown_arg'],
])('%s', (_, rules, json, result) => {
  expect(outcome([{ name: 'x', ...rules }], json)).toEqual(result);
});

// Row 79 of spec section 4.7.
test('of two bad arguments the first in the order of declaration is reported', () => {
  const declarations = [
    { name: 'a', type: 'integer' },
    { name: 'b', type: 'integer' },
  ];
  expect(bindArguments(declarations, '{"b":"x","a":"y"}', HOST)).toMatchObject({ error: { arg: 'a' } });
});

function message(rules: Rules, json: string): string {
  const bound = bindArguments([{ name: 'x', ...rules }], json, HOST);
  return bound.ok ? 'accepted' : bound.error.message;
}

test.each<[rules: Rules, json: string, message: string]>([
  [string, '{"xx":"a"}', '"xx" is not declared (did you mean "x"?)'],
  [{ type: 'string', required: true }, '{}', '"x" is required'],
  [choice, text('B'), '"x" is "B", which is not one of "a", "b" (did you mean "b"?)'],
  [letters, text('A1'), '"x" is "A1", which does not match the pattern "^[a-z]+$"'],
  [five, text('ééé'), '"x" takes 6 bytes, more than the 5 allowed'],
  [integer, whole('7.50'), '"x" is 7.50, not a whole number of 64 bits'],
  [ten, whole('11'), '"x" is 11, more than 10'],
  [hours, text('3h'), '"x" is 3h0m0s, more than 2h0m0s'],
  [
    duration,
    text('7d'),
    '"x" is "7d", which has the unknown unit "d" (values take hours and smaller units only)',
  ],
  [speeds, whole('["fast","lol"]'), 'element 1 of "x" is "lol", which is not one of "fast", "slow"'],
  [list, whole('["a",null]'), 'element 1 of "x" is null, not a string'],
  [
    { type: 'string', sensitive: true, validation: { enum: ['a'] } },
    text('secret'),
    'rejected sensitive value (enum)',
  ],
  [string, '{"x":1,"x":1}', 'the arguments are not JSON: duplicate key "x" at offset 7'],
  [string, '[]', 'the arguments are not an object'],
  [{ type: 'strng' }, '{}', '"x": "strng" is not a type of argument'],
])('%o refuses %s', (rules, json, expected) => {
  expect(message(rules, json)).toBe(expected);
});

test('a sensitive default that fails is the fault of the pack and is named', () => {
  expect(message({ type: 'integer', sensitive: true, default: 'all' }, '{}')).toBe(
    '"x" is the string "all", not a whole number of 64 bits',
  );
});

test('two arguments of one name are a fault of the declarations', () => {
  const twice = { name: 'x', type: 'string' };
  expect(bindArguments([twice, twice], '{}', HOST)).toEqual({
    ok: false,
    error: { arg: 'x', code: 'schema', message: '"x" is declared twice' },
  });
});

test('null in place of the arguments counts as none', () => {
  expect(outcome([{ name: 'x', type: 'string' }], 'null')).toEqual([]);
});

test('lone surrogates become U+FFFD, as in the UTF-8 of the runner', () => {
  expect(outcome([{ name: 'x', type: 'string' }], '{"x":"a\\ud800"}')).toEqual(['a\ufffd']);
});

test('defaults may be big integers, and floats of the pack are written without an exponent', () => {
  expect(outcome([{ name: 'x', type: 'integer', default: 9007199254740993n }], '{}')).toEqual([
    '9007199254740993',
  ]);
  expect(outcome([{ name: 'x', type: 'integer', default: 1e20 }], '{}')).toBe('type');
  expect(outcome([{ name: 'x', type: 'number', default: 1e21 }], '{}')).toEqual(['1000000000000000000000']);
});

test('an argument called __proto__ is bound like any other', () => {
  const bound = bindArguments([{ name: '__proto__', type: 'string' }], '{"__proto__":"a"}', HOST);
  expect(bound.ok && [...bound.value]).toEqual([['__proto__', 'a']]);
});
