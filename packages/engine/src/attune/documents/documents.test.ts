import { type ExactObject, parseExactJson } from '@packwright/values';
import { describe, expect, test } from 'vitest';
import { type ParameterFormat, writeDocument } from './document.ts';
import { collidingKey } from './dotenv.ts';
import { environmentVariables } from './environment-variables.ts';

const parameters = (json: string) => parseExactJson(json) as ExactObject;

// Spec 3.3, line by line.
describe('dotenv', () => {
  test.each([
    [
      'the example',
      `{"msg":"It's","n":3,"h":{"X-A":"1"},"l":[1,"a"],"z":null}`,
      `h.X-A='1'\nl='[1,"a"]'\nmsg='It'\\''s'\nn='3'\nz=''`,
    ],
    ['nested keys at any depth', '{"a":{"b":{"c":1}}}', "a.b.c='1'"],
    ['an empty object contributes nothing', '{"a":{},"b":1}', "b='1'"],
    ['an array is kept whole, keys inside it in order', '{"l":[{"b":1,"a":[]}]}', `l='[{"a":[],"b":1}]'`],
    ['truth values are words', '{"f":false,"t":true}', "f='false'\nt='true'"],
    [
      'numbers are decimals, exact to the digit',
      '{"a":12345678901234567890,"b":1.50,"c":1e3,"d":-2.5E-3,"e":1234567890.123456789012e9,"f":-0e9999,"g":100e-2}',
      "a='12345678901234567890'\nb='1.50'\nc='1000'\nd='-0.0025'\ne='1234567890123456789.012'\nf='-0'\ng='1.00'",
    ],
    ['an apostrophe is the only thing escaped', `{"s":"\\\\ $x \`y\` \\" # \\t"}`, `s='\\ $x \`y\` " # \t'`],
    ['a line break goes raw', '{"s":"a\\nb"}', "s='a\nb'"],
    ['an empty text and null are alike', '{"a":"","b":null,"c":[null,""]}', `a=''\nb=''\nc='[null,""]'`],
    [
      'blanks, quotes and characters go raw',
      `{"a":"  'x' ","b":"😀\\u2028"}`,
      "a='  '\\''x'\\'' '\nb='😀\u2028'",
    ],
    ['case is kept and names are not checked', '{"X-a b":"1","é":"ü"}', "X-a b='1'\né='ü'"],
    ['whole lines are sorted, so a.b comes before a', '{"a":"1","a.b":"2"}', "a.b='2'\na='1'"],
    ['order is that of bytes, not of UTF-16', '{"\u{1F600}":"1","\uFFFD":"2"}', "\uFFFD='2'\n\u{1F600}='1'"],
    ['nothing is nothing', '{}', ''],
  ])('%s', async (_, json, expected) => {
    expect(await writeDocument('dotenv', parameters(json))).toBe(expected);
  });

  test('two parameters under one key are found', () => {
    expect(collidingKey(parameters('{"a.b":1,"a":{"b":2}}'))).toBe('a.b');
    expect(collidingKey(parameters('{"a.b":1,"a":{"c":2}}'))).toBeUndefined();
  });
});

describe('json', () => {
  test.each([
    [
      'compact, with sorted keys',
      '{ "b" : [ 1, {"z":1,"y":2} ], "a" : "x" }',
      '{"a":"x","b":[1,{"y":2,"z":1}]}',
    ],
    [
      'numbers as written',
      '{"n":12345678901234567890,"x":1.50,"e":1E3}',
      '{"e":1E3,"n":12345678901234567890,"x":1.50}',
    ],
    ['characters as they are', '{"s":"\\u00fc \\/ \\u0001 \\u007f"}', '{"s":"ü / \\u0001 \u007f"}'],
    ['__proto__ is a key', '{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}'],
    ['nothing is an empty object', '{}', '{}'],
  ])('%s', async (_, json, expected) => {
    expect(await writeDocument('json', parameters(json))).toBe(expected);
  });
});

describe('yaml', () => {
  test.each([
    ['a block mapping that ends its last line', '{"b":1,"a":"x"}', 'a: x\nb: 1\n'],
    [
      'lists and mappings',
      '{"l":[1,{"k":"v"}],"e":[],"o":{},"m":{"z":null}}',
      'e: []\nl:\n- 1\n- k: v\nm:\n  z: null\no: {}\n',
    ],
    [
      'quotes only where a reader would take something else',
      '{"a":"true","b":"5","c":"yes","d":"plain text","e":"","f":"a: b","g":"null","h":"#x","i":"~","n":"no"}',
      "a: 'true'\nb: '5'\nc: 'yes'\nd: plain text\ne: ''\nf: 'a: b'\ng: 'null'\nh: '#x'\ni: '~'\n'n': 'no'\n",
    ],
    [
      'numbers exact to the digit',
      '{"i":12345678901234567890,"x":1.50,"e":1e3}',
      'e: 1000\ni: 12345678901234567890\nx: 1.50\n',
    ],
    ['lines as a block', '{"s":"a\\nb"}', 's: |-\n  a\n  b\n'],
    [
      'what readers of YAML 1.1 take for numbers, dates, or a mark of their own',
      '{"a":"1e3","b":"0x1F","c":"1_000","d":"12:30:45","e":"2024-01-01","f":".inf","g":"<<","h":"=","i":"-1.5"}',
      `a: '1e3'\nb: '0x1F'\nc: '1_000'\nd: '12:30:45'\ne: '2024-01-01'\nf: '.inf'\ng: '<<'\nh: "="\ni: '-1.5'\n`,
    ],
    [
      'signs of YAML at the beginning of a text',
      '{"a":"---","b":"- x","c":"? x","d":"!x","e":"&x","f":"*x","g":"%x","h":"{x","i":"x #y","j":"x:","k":"|"}',
      "a: ---\nb: '- x'\nc: '? x'\nd: '!x'\ne: '&x'\nf: '*x'\ng: '%x'\nh: '{x'\ni: 'x #y'\nj: 'x:'\nk: '|'\n",
    ],
    [
      'blanks at an end, and quotes',
      `{"a":" x","b":"x ","c":"it's","d":"a \\"b\\"","e":"a\\\\n","f":"'q'"}`,
      `a: ' x'\nb: 'x '\nc: it's\nd: a "b"\ne: a\\n\nf: "'q'"\n`,
    ],
    [
      'lines that begin with blanks, end in breaks or look like a document',
      '{"a":"  x\\ny","b":"x\\n","c":"x\\n\\n","d":"---\\nx","e":" \\n"}',
      'a: |2-\n    x\n  y\nb: |\n  x\nc: |+\n  x\n\nd: |-\n  ---\n  x\ne: " \\n"\n',
    ],
    [
      'characters that readers refuse or fold, by their escapes',
      '{"a":"x\\ty","b":"\\u007f","c":"x\\u0085y","d":"x\\u2028y","e":"\\ufeffx","f":"x\\r\\ny"}',
      'a: "x\\ty"\nb: "\\u007f"\nc: "x\\u0085y"\nd: "x\\u2028y"\ne: "\\ufeffx"\nf: "x\\r\\ny"\n',
    ],
    ['all other characters as they are', '{"a":"😀 é 日本","b":"e\u0301"}', 'a: 😀 é 日本\nb: e\u0301\n'],
    [
      'keys like texts, in the order of their bytes',
      '{"k\\ty":1,"k: z":2,"":3,"1":4,"null":5,"😀":6,"\uffee":7}',
      `'': 3\n'1': 4\n"k\\ty": 1\n'k: z': 2\n'null': 5\n\uffee: 7\n😀: 6\n`,
    ],
    ['nothing is an empty mapping', '{}', '{}\n'],
  ])('%s', async (_, json, expected) => {
    expect(await writeDocument('yaml', parameters(json))).toBe(expected);
  });
});

// Spec 3.2.
describe('environment', () => {
  const variables = (json: string) => environmentVariables(parameters(json));

  test('names are in capitals and values as they are', () => {
    const json = `{"msg":"It's $x","n":3,"t":true,"z":null,"l":[1, "a"],"o":{"b":1,"a":2},"api-key":"k","straße":"s"}`;
    expect(variables(json)).toEqual({
      ok: true,
      variables: {
        ATTUNE_ACTION_MSG: "It's $x",
        ATTUNE_ACTION_N: '3',
        ATTUNE_ACTION_T: 'true',
        ATTUNE_ACTION_Z: 'null',
        ATTUNE_ACTION_L: '[1,"a"]',
        ATTUNE_ACTION_O: '{"a":2,"b":1}',
        'ATTUNE_ACTION_API-KEY': 'k',
        ATTUNE_ACTION_STRASSE: 's',
      },
    });
  });

  test.each([
    ['{"a":1,"A":2}', 'A', 'would be delivered as "ATTUNE_ACTION_A", as another parameter is'],
    ['{"ref":1}', 'ref', 'would be delivered as "ATTUNE_ACTION_REF", which the runner sets itself'],
    ['{"Id":1}', 'Id', 'would be delivered as "ATTUNE_ACTION_ID", which the runner sets itself'],
    ['{"a=b":1}', 'a=b', 'has a name that no environment variable can have'],
    ['{"a":"\\u0000"}', 'a', 'holds a zero byte, which no environment variable can'],
  ])('%s cannot be delivered', (json, arg, message) => {
    expect(variables(json)).toEqual({ ok: false, arg, message });
  });
});

test.each<ParameterFormat>(['dotenv', 'json', 'yaml'])(
  '%s is the same for the same value',
  async (format) => {
    const write = (json: string) => writeDocument(format, parameters(json));
    expect(await write('{"b":{"d":1,"c":2},"a":3}')).toBe(await write('{"a":3,"b":{"c":2,"d":1}}'));
  },
);
