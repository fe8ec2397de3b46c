const BEYOND_ASCII = /[\x80-\uffff]/;

/** How many bytes the text takes in UTF-8. A lone surrogate counts 3, the size of the U+FFFD that replaces it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  const beyondAscii = text.search(BEYOND_ASCII);
  if (beyondAscii < 0) return bytes;
  for (let i = beyondAscii; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      bytes += 1;
      continue;
    }
    bytes += 2;
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next < 0xdc00 || next > 0xdfff || Number.isNaN(next)) continue;
    i++; // a pair is two units and four bytes: 2 counted by length, 2 just added
  }
  return bytes;
}
