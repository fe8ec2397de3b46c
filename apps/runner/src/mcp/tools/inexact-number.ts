/**
 * The path of an integer that JavaScript's JSON may have changed while it was read, or undefined. It is refused rather
 * than run as a neighbour: no message of the protocol can be read otherwise.
 */
export function inexactNumber(value: unknown, path = 'args'): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = inexactNumber(inner, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
