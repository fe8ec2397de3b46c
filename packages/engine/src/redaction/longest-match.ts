/** How long the longest of some texts is that starts at each place of a text, in UTF-16 units; 0 where none does. */
export type LongestMatch = (text: string) => Int32Array;

/**
 * Looks for all the texts at once, in time in proportion to the length of what is searched, whatever the texts are;
 * after Aho and Corasick. Read backwards, so that a match is known where it starts.
 */
export function longestMatch(texts: readonly string[]): LongestMatch {
  const size = texts.reduce((sum, { length }) => sum + length, 1);
  const { child, add } = children(size);
  /** The longest end of what led to a state that leads to another one. */
  const fallback = new Int32Array(size);
  const longest = new Int32Array(size);

  const next = (from: number, code: number): number => {
    let state = from;
    for (;;) {
      const found = child(state, code);
      if (found !== 0 || state === 0) return found;
      state = fallback[state] ?? 0;
    }
  };
  const grown = (state: number, code: number): number => {
    const known = child(state, code);
    if (known !== 0) return known;
    const shorter = state === 0 ? 0 : next(fallback[state] ?? 0, code);
    const added = add(state, code);
    fallback[added] = shorter;
    longest[added] = longest[shorter] ?? 0;
    return added;
  };

  // All texts grow by one character in turn, so that every shorter state is there before it is fallen back to.
  const states = new Int32Array(texts.length);
  let open = texts.map((text, at) => ({ text, at }));
  for (let length = 1; open.length > 0; length++) {
    open = open.filter(({ text }) => text.length >= length);
    for (const { text, at } of open) {
      const state = grown(states[at] ?? 0, text.charCodeAt(text.length - length));
      states[at] = state;
      if (text.length === length) longest[state] = length;
    }
  }

  return (text) => {
    const found = new Int32Array(text.length);
    let state = 0;
    for (let at = text.length - 1; at >= 0; at--) {
      state = next(state, text.charCodeAt(at));
      found[at] = longest[state] ?? 0;
    }
    return found;
  };
}

/** The children of numbered states, by character; 0 is the first state, and no child. */
function children(size: number) {
  const bits = 33 - Math.clz32(size);
  const slots = new Int32Array(2 ** bits);
  const parents = new Int32Array(size);
  const codes = new Uint16Array(size);
  let count = 0;
  const slotOf = (state: number, code: number): number => {
    let slot = Math.imul(Math.imul(state, 0x9e3779b1) ^ code, 0x85ebca6b) >>> (32 - bits);
    for (;;) {
      const found = slots[slot] ?? 0;
      if (found === 0 || (parents[found] === state && codes[found] === code)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  return {
    child: (state: number, code: number): number => slots[slotOf(state, code)] ?? 0,
    add(state: number, code: number): number {
      count += 1;
      parents[count] = state;
      codes[count] = code;
      slots[slotOf(state, code)] = count;
      return count;
    },
  };
}
