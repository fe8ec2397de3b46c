const CLUSTER = /^-[A-Za-z]*[ceqQ]$/;

/**
 * The statements on a client's command line, each as its words in capitals; a word before `(` keeps it.
 * `names` are the options whose value is SQL, texts without a word of interest are left out; a cluster of short options may end in one, as in `-XAt -c` or `-NBe`.
 */
export function* sqlStatements(
  words: readonly string[],
  names: readonly string[],
  ofInterest: RegExp,
): Generator<readonly string[]> {
  for (const [at, word] of words.entries()) {
    const name = names.find((option) => option.startsWith('--') && word.startsWith(`${option}=`));
    if (name !== undefined) yield* statements(word.slice(name.length + 1), ofInterest);
    else if (names.includes(word) || (CLUSTER.test(word) && names.includes(`-${word.at(-1)}`))) {
      yield* statements(words[at + 1] ?? '', ofInterest);
    }
  }
}

const MOST_CHARACTERS = 16_384;
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|`[^`]*`|;|[A-Za-z_][A-Za-z0-9_]*\(?|[0-9()*,.=<>]+|\S/g;

function* statements(text: string, ofInterest: RegExp): Generator<readonly string[]> {
  if (text.length > MOST_CHARACTERS || !ofInterest.test(text)) return;
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
