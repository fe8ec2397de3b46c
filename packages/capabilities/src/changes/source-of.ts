/** Anything compiled as text that is the same for the same source: expressions by what their author wrote. */
export function sourceOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Set) return [...part];
    return sorted(isCompiled(part) ? part.source : part);
  });
}

/** An expression or a schema, told by what it does: a schema may well have a property named `source`. */
function isCompiled(part: unknown): part is { readonly source: unknown } {
  if (typeof part !== 'object' || part === null) return false;
  return ('evaluate' in part || 'accepts' in part) && 'source' in part && isFunction(part);
}

const isFunction = (part: object): boolean =>
  ['evaluate', 'accepts'].some((name) => typeof (part as Record<string, unknown>)[name] === 'function');

function sorted(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
}
