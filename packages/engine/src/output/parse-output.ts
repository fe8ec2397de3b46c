/** How a format may ask for its output to be read. */
export type OutputParser = 'text' | 'json' | 'jsonl';

/** What a parser makes of an output: a value, nothing for text, or why it could not be read. */
export type ParsedOutput =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

const parsers: Readonly<Record<OutputParser, (text: string) => unknown>> = {
  text: () => undefined,
  json: (text) => JSON.parse(text),
  jsonl: (text) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line)),
};

/** Reads an output that has been redacted. */
export function parseOutput(parser: OutputParser, text: string): ParsedOutput {
  try {
    return { ok: true, value: parsers[parser](text) };
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
}
