/** A tab stop of an editor snippet, holding a text to type over. */
const stop = (order: number, text: string) => `\${${order}:${text}}`;

/** A tab stop that offers a list. */
const choice = (order: number, values: readonly string[]) => `\${${order}|${values.join(',')}|}`;

/** A whole manifest; editors offer it in an empty file. */
export const packSnippet = {
  label: 'new Attune pack',
  description: 'A manifest of an automation pack.',
  sortText: '00',
  body: {
    ref: stop(1, 'my_pack'),
    label: stop(2, 'My pack'),
    description: stop(3, 'What the pack is for'),
    version: stop(4, '0.1.0'),
  },
};

/** A whole action file; editors offer it in an empty file. */
export const actionSnippet = {
  label: 'new Attune action',
  description: 'An action that runs a script of the pack.',
  sortText: '00',
  body: {
    ref: `${stop(1, 'my_pack')}.${stop(2, 'show')}`,
    label: stop(3, 'Show something'),
    description: stop(4, 'What the action does and when to use it'),
    runner_type: choice(5, ['python', 'shell', 'nodejs']),
    entry_point: stop(6, 'show.py'),
    parameter_delivery: 'stdin',
    parameter_format: 'json',
    output_format: 'json',
    parameters: { [stop(7, 'name')]: { type: 'string', required: true } },
    output: { [stop(8, 'result')]: { type: 'string' } },
  },
};
