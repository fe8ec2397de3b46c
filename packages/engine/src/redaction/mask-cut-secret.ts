const CUT_CHARACTER = '\uFFFD';

/** Masks the beginning of a secret where the end of a text has cut it off. Takes time in proportion to both. */
export function maskCutSecret(whole: string, secrets: readonly string[]): string {
  // Where the last character was cut in two, it is no part of what the secret is compared with.
  let end = whole.length;
  while (whole[end - 1] === CUT_CHARACTER) end--;
  const text = whole.slice(0, end);
  const cut = secrets.reduce((longest, secret) => Math.max(longest, overlap(secret, text)), 0);
  return cut === 0 ? whole : `${text.slice(0, -cut)}[REDACTED]`;
}

/** How long the longest beginning of the secret is that the text ends with; after Knuth, Morris and Pratt. */
function overlap(secret: string, text: string): number {
  const fallback = new Int32Array(secret.length);
  const matched = (length: number, code: number): number => {
    let kept = length;
    while (kept > 0 && secret.charCodeAt(kept) !== code) kept = fallback[kept - 1] ?? 0;
    return secret.charCodeAt(kept) === code ? kept + 1 : kept;
  };
  for (let at = 1; at < secret.length; at++) {
    fallback[at] = matched(fallback[at - 1] ?? 0, secret.charCodeAt(at));
  }
  let length = 0;
  // One character short of the secret: all of it is masked elsewhere.
  for (let at = Math.max(0, text.length - secret.length + 1); at < text.length; at++) {
    length = matched(length, text.charCodeAt(at));
  }
  return length;
}
