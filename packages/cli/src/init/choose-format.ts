import type { Terminal } from '../terminal.ts';
import { untilEnd } from '../until-end.ts';
import { defaultFormat, type FormatId, formatIds, formats } from './formats.ts';

/** Asks in which format to write. Resolves to undefined when the person gives up. */
export async function chooseFormat(terminal: Terminal = {}): Promise<FormatId | undefined> {
  const { isCancel, select } = await import('@clack/prompts');
  const answer = await untilEnd(terminal, (ending) =>
    select<FormatId>({
      ...ending,
      message: 'What to write',
      initialValue: defaultFormat,
      options: formatIds.map((id) => ({ value: id, label: formats[id].title })),
    }),
  );
  return isCancel(answer) ? undefined : answer;
}
