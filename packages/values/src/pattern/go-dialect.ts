// Where the RE2 port and Go's regexp differ. A test against a table of Go's answers pins the list.

const TOKEN =
  /\\Q[\s\S]*?(?:\\E|$)|\\[pP]\{\^?(?<property>[^}]*)\}|\\[\s\S]|(?<name>\(\?P?<[A-Za-z0-9_]+>)|\[\^?\]?|[\s\S]/y;
const CLASS_TOKEN = /\[:\^?[A-Za-z0-9]+:\]|\\[pP]\{\^?(?<property>[^}]*)\}|\\[\s\S]|[\s\S]/y;

/** Names in `\p{…}` that the port knows and Go does not: derived properties, and scripts added after Unicode 15. */
const NOT_IN_GO = new Set(
  `Cn LC Assigned Unknown ASCII_Hex_Digit Alphabetic Dash Emoji Emoji_Component Emoji_Modifier Emoji_Modifier_Base
  Emoji_Presentation Extended_Pictographic Hex_Digit Lowercase Math Quotation_Mark Terminal_Punctuation Uppercase
  White_Space Beria_Erfe Garay Gurung_Khema Kirat_Rai Ol_Onal Sidetic Sunuwar Tai_Yo Todhri Tolong_Siki
  Tulu_Tigalari`.split(/\s+/),
);

/** A pattern in the words of the port, or the name in `\p{…}` that Go would refuse. */
export type PortedPattern =
  | {
      readonly ok: true;
      readonly text: string;
      /** The number of the first group of each name. */
      readonly names: ReadonlyMap<string, number>;
    }
  | { readonly ok: false; readonly unknownName: string };

/** Go takes one group name twice, the port does not; a boolean search needs no names, so they are dropped. */
export function fromGo(text: string, groups: 'dropped' | 'numbered' = 'dropped'): PortedPattern {
  let ported = '';
  const names = new Map<string, number>();
  const unnamed = groups === 'dropped' ? '(?:' : '(';
  let count = 0;
  let inClass = false;
  let at = 0;
  while (at < text.length) {
    const pattern = inClass ? CLASS_TOKEN : TOKEN;
    pattern.lastIndex = at;
    const { 0: token, groups: parts } = pattern.exec(text) as RegExpExecArray;
    if (NOT_IN_GO.has(parts?.property ?? '')) return { ok: false, unknownName: token };
    if (parts?.name || (token === '(' && !inClass && text[at + 1] !== '?')) count += 1;
    // Where two groups have one name, the first is the one that a replacement means.
    const name = parts?.name?.replace(/^\(\?P?<|>$/g, '');
    if (name !== undefined && !names.has(name)) names.set(name, count);
    ported += parts?.name ? unnamed : isPlainBracket(text, at, inClass) ? '\\[' : token;
    inClass = inClass ? token !== ']' : token[0] === '[';
    at += token.length;
  }
  return { ok: true, text: ported, names };
}

/** The port takes the first three characters of `[[:]x]` for the beginning of a class by name; Go looks for a `:]` of its own. */
function isPlainBracket(text: string, at: number, inClass: boolean): boolean {
  return inClass && text.startsWith('[:]', at) && !text.includes(':]', at + 2);
}
