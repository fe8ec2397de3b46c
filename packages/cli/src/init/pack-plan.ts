/** What a new pack is to be. */
export interface PackPlan {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The program that its first action runs. */
  readonly binary: string;
  /** Whether it also gets an action that runs a script. */
  readonly script: boolean;
}

/** What is wrong with an answer, or undefined. */
export type AnswerCheck = (answer: string) => string | undefined;

const hasControl = (answer: string): boolean => /\p{Cc}/u.test(answer);

const checkLine: AnswerCheck = (answer) => {
  if (answer.trim() === '') return 'it says nothing';
  return hasControl(answer) ? 'it holds a control character' : undefined;
};

/** How each answer has to look. The id stays within what an MCP client can address. */
export const checks = {
  id: (answer) =>
    /^[a-z][a-z0-9_-]{0,79}$/.test(answer)
      ? undefined
      : 'an id is a small letter, then up to 79 of a-z, 0-9, "-" and "_"',
  name: checkLine,
  description: checkLine,
  binary: (answer) =>
    /^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(answer)
      ? undefined
      : 'a program is named as it is found on the PATH: letters, digits, ".", "_", "+" and "-"',
} satisfies Record<string, AnswerCheck>;

/** The plan for a directory of this name, as far as nothing else is said. */
export function defaultPlan(directory: string, said: Partial<PackPlan> = {}): PackPlan {
  const id = said.id ?? (idFrom(directory) || 'my-pack');
  const name = said.name ?? titled(id);
  return {
    id,
    name,
    description: said.description ?? `Commands that look after ${name}.`,
    binary: said.binary ?? 'systemctl',
    script: said.script ?? false,
  };
}

function idFrom(directory: string): string {
  const words = directory.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
  return words.replace(/^[^a-z]+|[-_]+$/g, '').slice(0, 80);
}

function titled(id: string): string {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
