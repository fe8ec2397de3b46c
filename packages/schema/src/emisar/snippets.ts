/** A tab stop of an editor snippet, holding a text to type over. */
const stop = (order: number, text: string) => `\${${order}:${text}}`;

/** A tab stop that offers a list. */
const choice = (order: number, values: readonly string[]) => `\${${order}|${values.join(',')}|}`;

/** A whole manifest; editors offer it in an empty file. */
export const packSnippet = {
  label: 'new emisar pack',
  description: 'A manifest with one action file.',
  sortText: '00',
  body: {
    schema_version: 1,
    id: stop(1, 'my-pack'),
    name: stop(2, 'My pack'),
    version: stop(3, '0.1.0'),
    description: stop(4, 'What the pack is for.'),
    requires: { os: ['linux'], binaries: [stop(5, 'uptime')] },
    actions: [stop(6, 'actions/show.yaml')],
  },
};

const head = (kind: string) => ({
  schema_version: 1,
  id: `${stop(1, 'my-pack')}.${stop(2, 'show')}`,
  title: stop(3, 'Show something'),
  kind,
  risk: choice(4, ['low', 'medium', 'high', 'critical']),
  description: stop(5, 'What the action does and when to use it.'),
  side_effects: [stop(6, 'none')],
});

const output = { parser: 'text', max_stdout_bytes: 65536, max_stderr_bytes: 8192 };

/** A whole action file that starts a program; editors offer it in an empty file. */
export const execSnippet = {
  label: 'new exec action',
  description: 'An action that starts a program.',
  sortText: '00',
  body: {
    ...head('exec'),
    execution: { command: { binary: stop(7, 'uptime') }, timeout: '30s' },
    output,
  },
};

/** A whole action file that runs a script of the pack; editors offer it in an empty file. */
export const scriptSnippet = {
  label: 'new script action',
  description: 'An action that runs a script of the pack.',
  sortText: '01',
  body: {
    ...head('script'),
    execution: { script: { path: stop(7, 'scripts/show.sh') }, timeout: '30s' },
    output,
  },
};
