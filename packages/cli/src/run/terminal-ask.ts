import type { ApprovalRequest, AskPort } from '@packwright/engine';
import { visible } from '@packwright/validator/render';
import type { Io } from '../io.ts';
import type { Terminal } from '../terminal.ts';
import { untilEnd } from '../until-end.ts';

/** Asks the person at the terminal, unless the command line has approved already. */
export function terminalAsk(isApproved: boolean, by: string, io: Io, terminal: Terminal = {}): AskPort {
  return {
    async ask(request) {
      if (isApproved) return { approved: true, by, channel: 'terminal' };
      if (!io.interactive) {
        return { approved: false, reason: 'there is no terminal to ask at; --yes approves' };
      }
      return (await isConfirmed(request, io, terminal))
        ? { approved: true, by, channel: 'terminal' }
        : { approved: false, reason: 'the person at the terminal said no' };
    },
  };
}

async function isConfirmed(
  { action, risk, command, reason }: ApprovalRequest,
  io: Io,
  terminal: Terminal,
): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  await io.stderr.write(
    `${visible(action.view.title)}, risk ${risk}\n  ${visible(command)}\n  ${visible(reason)}\n`,
  );
  const answer = await untilEnd(terminal, (ending) =>
    confirm({ ...ending, message: 'Run it?', initialValue: false }),
  );
  return answer === true;
}
