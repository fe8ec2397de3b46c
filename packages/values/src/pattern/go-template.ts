/** The pieces of a Go replacement template: texts, and groups by number or name. */
export type TemplatePiece = string | { readonly group: string };

const REFERENCE = /\$(?:\$|\{([A-Za-z0-9_]+)\}|([A-Za-z0-9_]+))/g;

/** Reads a template as Go's `regexp.Expand` does: `$1x` names the group `1x`, and a `$` that names nothing is itself. */
export function readGoTemplate(template: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let at = 0;
  for (const match of template.matchAll(REFERENCE)) {
    pieces.push(template.slice(at, match.index));
    const group = match[1] ?? match[2];
    pieces.push(group === undefined ? '$' : { group });
    at = match.index + match[0].length;
  }
  pieces.push(template.slice(at));
  return pieces.filter((piece) => piece !== '');
}
