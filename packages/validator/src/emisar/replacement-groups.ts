/** The groups of an RE2 pattern that a replacement can put back: how many, and their names. */
export function groupsOf(pattern: string): { readonly count: number; readonly names: ReadonlySet<string> } {
  const names = new Set<string>();
  let count = 0;
  const bare = pattern.replace(
    /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/g,
    '',
  );
  for (const [, name, plain] of bare.matchAll(/\((?:\?P?<([A-Za-z_0-9]+)>|(\?))?/g)) {
    if (plain !== undefined) continue;
    count += 1;
    if (name !== undefined) names.add(name);
  }
  return { count, names };
}
