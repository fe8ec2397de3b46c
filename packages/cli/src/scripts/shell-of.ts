export type Shell = 'sh' | 'bash';

const SHELLS: Readonly<Record<string, Shell>> = { sh: 'sh', dash: 'sh', ash: 'sh', bash: 'bash' };

/** The shell that a file is written for, by its first line, else by its name; undefined for anything else. */
export function shellOf(path: string, text: string): Shell | undefined {
  const program = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(text);
  if (!program) return /\.sh$/.test(path) ? 'sh' : /\.bash$/.test(path) ? 'bash' : undefined;
  const [, file = '', argument = ''] = program;
  const name = file.split('/').at(-1) ?? '';
  return SHELLS[name === 'env' ? argument : name];
}
