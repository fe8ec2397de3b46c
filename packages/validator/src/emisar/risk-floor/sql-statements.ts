const CLUSTER = /^-[A-Za-z]*[ceqQ]$/;

/**
 * The statements on a client's command line, each as its words in capitals; a word before `(` keeps it.
 * `options` are those whose value is SQL; a cluster of short options may end in one, as in `-XAt -c` or `-NBe`.
 */
export function* sqlStatements(
  words: readonly string[],
  options: readonly (readonly string[])[],
): Generator<readonly string[]> {
  const names = options.flat();
  for (const [at, word] of words.entries()) {
    const name = names.find((option) => option.startsWith('--') && word.startsWith(`${option}=`));
    if (name !== undefined) yield* statements(word.slice(name.length + 1));
    else if (names.includes(word) || (CLUSTER.test(word) && names.includes(`-${word.at(-1)}`))) {
      yield* statements(words[at + 1] ?? '');
    }
  }
}

const TOKEN = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|`[^`]*`|;|[A-Za-z_][A-Za-z0-9_]*\(?|\S/g;

function* statements(text: string): Generator<readonly string[]> {
  let statement: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token.startsWith('--') || token.startsWith('/*')) continue;
    if (token === ';') {
      if (statement.length > 0) yield statement;
      statement = [];
    } else statement.push(token.toUpperCase());
  }
  if (statement.length > 0) yield statement;
}
