const NAMES =
  /^(?:authorization|cookie|(?:x-)?(?:api|auth|access)-?(?:key|token|secret)|.*-(?:token|secret|password))$/;
const TOKEN_TEXT = /^[A-Za-z0-9+/_=.-]{24,}$/;
const LEAST_BITS_PER_CHARACTER = 3.5;

/** Whether a literal value is likely to be a secret: by the name of its header, or by its own looks (specs/evershell 3.11). */
export function looksSecret(header: string, text: string): boolean {
  if (text === '') return false;
  if (NAMES.test(header)) return true;
  return text
    .split(/\s+/)
    .some((word) => TOKEN_TEXT.test(word) && isMixed(word) && entropy(word) >= LEAST_BITS_PER_CHARACTER);
}

function isMixed(word: string): boolean {
  return /[0-9]/.test(word) && /[A-Za-z]/.test(word);
}

/** Bits per character, by how often each occurs. */
function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const character of word) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits - (count / word.length) * Math.log2(count / word.length),
    0,
  );
}
