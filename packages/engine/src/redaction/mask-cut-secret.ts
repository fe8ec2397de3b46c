/** Masks the beginning of a secret where the end of a text has cut it off. */
export function maskCutSecret(whole: string, secrets: readonly string[]): string {
  // Where the last character was cut in two, it is no part of what the secret is compared with.
  const text = whole.replace(/\uFFFD+$/, '');
  let cut = 0;
  for (const secret of secrets) {
    for (let length = Math.min(secret.length - 1, text.length); length > cut; length--) {
      if (text.endsWith(secret.slice(0, length))) cut = length;
    }
  }
  return cut === 0 ? whole : `${text.slice(0, -cut)}[REDACTED]`;
}
