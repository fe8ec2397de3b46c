/**
 * How a format may ask for its output to be read. `json-tail` takes the last line where the whole is not JSON, and
 * `jsonl` leaves out lines that are none.
 */
export type OutputParser = 'text' | 'json' | 'json-tail' | 'jsonl' | 'yaml';

/** What a parser makes of an output: a value, nothing for text, or why it could not be read. */
export type ParsedOutput =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

const parsers: Readonly<Record<OutputParser, (text: string) => unknown>> = {
  text: () => undefined,
  json: (text) => JSON.parse(text),
  'json-tail': (text) => (isBlank(text) ? undefined : wholeOrLastLine(text.trim())),
  jsonl: (text) => (isBlank(text) ? undefined : text.split('\n').flatMap(readLine)),
  yaml: (text) => (isBlank(text) ? undefined : readYaml(text)),
};

/** Reads an output that has been redacted. */
export async function parseOutput(parser: OutputParser, text: string): Promise<ParsedOutput> {
  try {
    return { ok: true, value: await parsers[parser](text) };
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
}

const isBlank = (text: string): boolean => text.trim() === '';

async function readYaml(text: string): Promise<unknown> {
  // Loaded here, for few actions write YAML and every run pays for what is loaded.
  const { parse } = await import('yaml');
  // Aliases are bounded, or a few lines could stand for more than memory holds.
  return parse(text, { maxAliasCount: 100, logLevel: 'error' });
}

function wholeOrLastLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(text.slice(text.lastIndexOf('\n') + 1));
  }
}

function readLine(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
