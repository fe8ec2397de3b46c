import type { Command } from './command.ts';
import { commandList } from './command-list.ts';
import { exitCode } from './exit-code.ts';
import { parseLine } from './flags.ts';
import { commandHelp, toolHelp } from './help.ts';
import { type Io, processIo } from './io.ts';
import { reportFailure } from './report-failure.ts';
import { styleFor } from './style.ts';
import { UsageError } from './usage-error.ts';
import { version } from './version.ts';

/** Runs one command line and resolves to the exit code: 0 fine, 1 findings, 2 wrong usage or a failing machine. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    await reportFailure(error, argv, io);
    return exitCode.trouble;
  }
}

async function dispatch([name, ...args]: readonly string[], io: Io): Promise<number> {
  const style = styleFor(io, io.stdout);
  if (name === '--version' || name === '-v') {
    await io.stdout.write(`${version()}\n`);
    return exitCode.ok;
  }
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && args.length === 0)) {
    await io.stdout.write(toolHelp(style));
    return exitCode.ok;
  }
  if (name === 'help') return dispatch([...args.slice(0, 1), '--help'], io);
  if (name.startsWith('-'))
    throw new UsageError(`unknown option "${name}"`, '`packwright --help` lists the commands');
  const listed = commandList.get(name);
  if (listed) return runCommand(await listed.load(), args, io);
  return handOver(name, args, io);
}

async function handOver(name: string, args: readonly string[], io: Io): Promise<number> {
  const { canBePlugIn, findPlugIn, runPlugIn } = await import('./plug-in.ts');
  const plugIn = findPlugIn(name, io);
  if (plugIn !== undefined) return runPlugIn(plugIn, args, io);
  const list = '`packwright --help` lists the commands';
  const hint = canBePlugIn(name)
    ? `${list}; an executable packwright-${name} on the PATH would be run`
    : list;
  throw new UsageError(`unknown command "${name}"`, hint, { word: name, among: commandList.keys() });
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  const { help, flags, operands } = parseLine(args, command.flags);
  if (help) {
    await io.stdout.write(commandHelp(command, styleFor(io, io.stdout)));
    return exitCode.ok;
  }
  // What a shell makes of a variable that is not set would otherwise name the current directory.
  if (operands.includes(''))
    throw new UsageError('an argument is empty', 'a variable of your shell may be unset');
  const { least, most } = command.operands;
  if (operands.length < least)
    throw new UsageError('an argument is missing', `write packwright ${command.usage}`);
  if (operands.length > most) {
    throw new UsageError(`"${operands[most]}" is one argument too many`, `write packwright ${command.usage}`);
  }
  return command.run({ flags, operands }, io);
}
