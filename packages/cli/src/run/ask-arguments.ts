import type { ActionOfPack } from '@packwright/engine';
import type { RunnableArg } from '@packwright/schema/views';
import type { Terminal } from '../terminal.ts';
import { type EndingTerminal, untilEnd } from '../until-end.ts';
import { typedArguments } from './typed-arguments.ts';

/**
 * Asks for the arguments that are required and were not given: an example of the pack to pick, or one by one.
 * Resolves to undefined when the person gives up.
 */
export const askArguments = (
  action: AskedAction,
  given: readonly string[],
  terminal: Terminal = {},
): Promise<string | undefined> => untilEnd(terminal, (ending) => askEach(action, given, ending));

type AskedAction = Pick<ActionOfPack, 'view' | 'examples'>;

async function askEach(
  { view, examples }: AskedAction,
  given: readonly string[],
  terminal: EndingTerminal,
): Promise<string | undefined> {
  const { isCancel, password, select, text } = await import('@clack/prompts');
  if (given.length === 0 && examples.length > 0) {
    const options = examples.map(({ title, argumentsJson }) => ({ value: argumentsJson, label: title }));
    const own = { value: '', label: 'other arguments' };
    const picked = await select({ ...terminal, message: 'Arguments', options: [...options, own] });
    if (isCancel(picked)) return undefined;
    if (picked !== '') return picked;
  }
  const words = [...given];
  for (const arg of missingArguments(view.args, given)) {
    const ask = arg.sensitive ? password : text;
    const answer = await ask({ ...terminal, message: questionFor(arg) });
    if (isCancel(answer)) return undefined;
    const values = arg.type.endsWith('_array') ? `${answer}`.split(',') : [`${answer ?? ''}`];
    words.push(...values.map((value) => `${arg.name}=${value}`));
  }
  return typedArguments(words, view.args);
}

/** The required arguments that no word gives. */
export function missingArguments(
  declared: readonly RunnableArg[],
  given: readonly string[],
): readonly RunnableArg[] {
  return declared.filter(
    ({ name, required }) => required && !given.some((word) => word.startsWith(`${name}=`)),
  );
}

function questionFor({ name, type, description }: RunnableArg): string {
  const list = type.endsWith('_array') ? ', separated by commas' : '';
  return description === '' ? `${name} (${type}${list})` : `${name} (${type}${list}): ${description}`;
}
