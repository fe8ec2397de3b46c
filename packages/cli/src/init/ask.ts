import type { Terminal } from '../terminal.ts';
import { type EndingTerminal, untilEnd } from '../until-end.ts';
import { type AnswerCheck, checks, defaultPlan, type PackPlan } from './pack-plan.ts';

/** Asks for what has not been said. Resolves to undefined when the person gives up. */
export const ask = (
  directory: string,
  said: Partial<PackPlan>,
  terminal: Terminal = {},
): Promise<PackPlan | undefined> => untilEnd(terminal, (ending) => askEach(directory, said, ending));

async function askEach(
  directory: string,
  said: Partial<PackPlan>,
  terminal: EndingTerminal,
): Promise<PackPlan | undefined> {
  const { confirm, isCancel, text } = await import('@clack/prompts');
  let plan: Partial<PackPlan> = said;
  const questions = [
    ['id', 'Id of the pack'],
    ['name', 'Name for people'],
    ['description', 'What it is for'],
    ['binary', 'Program that the first action runs'],
  ] as const;
  for (const [key, message] of questions) {
    if (plan[key] !== undefined) continue;
    const initialValue = defaultPlan(directory, plan)[key];
    const check: AnswerCheck = checks[key];
    const answer = await text({
      ...terminal,
      message,
      initialValue,
      validate: (value) => check(value ?? ''),
    });
    if (isCancel(answer)) return undefined;
    plan = { ...plan, [key]: answer };
  }
  if (plan.script === undefined) {
    const script = await confirm({
      ...terminal,
      message: 'Add an action that runs a script?',
      initialValue: false,
    });
    if (isCancel(script)) return undefined;
    plan = { ...plan, script };
  }
  return defaultPlan(directory, plan);
}
