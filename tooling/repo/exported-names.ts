const LISTED = /^export (?:type )?\{([^}]*)\}/gm;
const DECLARED = /^export (?:declare )?(?:abstract )?(?:const|let|function|class|interface|type) (\w+)/gm;

/** The names that a declaration file exports, values and types alike, each once, sorted. */
export function exportedNames(declarations: string): readonly string[] {
  const listed = [...declarations.matchAll(LISTED)].flatMap((match) =>
    (match[1] ?? '').split(',').map(outerName),
  );
  const declared = [...declarations.matchAll(DECLARED)].map((match) => match[1] ?? '');
  return [...new Set([...listed, ...declared])].filter((name) => name !== '').toSorted();
}

// `type A as B` is B to the importer.
function outerName(specifier: string): string {
  return specifier
    .trim()
    .replace(/^type /, '')
    .replace(/^\w+ as /, '');
}
