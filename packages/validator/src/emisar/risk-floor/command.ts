import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { argumentOf } from '../argument-of.ts';
import { hasChoices } from '../bounds.ts';
import { referencedNames } from '../template/check-templates.ts';
import { isWhole } from '../template/parse-template.ts';
import { shellCommands } from './shell-commands.ts';
import { unwrapped } from './wrappers.ts';

/** A program and its arguments, as far as an action's own text shows them. */
export interface Command {
  /** The name without its directory. */
  readonly program: string;
  /** Template blocks and shell expansions stay as they are written; they equal no word of a command. */
  readonly words: readonly string[];
  readonly from: 'argv' | 'program text';
}

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh']);
const MOST_CHOICES = 64;

const known = new WeakMap<EmisarActionDocument, readonly Command[]>();

/** The commands that an action of kind exec starts; none for a script, whose text nobody reads here. */
export function commandsOf(action: EmisarActionDocument): readonly Command[] {
  const cached = known.get(action);
  if (cached) return cached;
  const commands = action.kind === 'exec' ? [...readCommands(action)] : [];
  known.set(action, commands);
  return commands;
}

function* readCommands(action: EmisarActionDocument & { kind: 'exec' }): Generator<Command> {
  const { binary, argv = [] } = action.execution.command;
  const started = unwrapped([binary, ...argv]);
  const text = programText(started);
  const commands = text === undefined ? [started] : (shellCommands(text) ?? []).map(unwrapped);
  for (const command of commands) {
    for (const [program = '', ...words] of chosen(command, action)) {
      yield { program: baseName(program), words, from: text === undefined ? 'argv' : 'program text' };
    }
  }
}

/** What a shell is told to run: the element behind the first cluster of short options with a `c`. */
function programText([program = '', ...argv]: readonly string[]): string | undefined {
  if (!SHELLS.has(baseName(program))) return undefined;
  const option = argv.findIndex((element) => element === '--' || /^-[^-]*c/.test(element));
  return option === -1 || argv[option] === '--' ? undefined : argv[option + 1];
}

/** What a shell runs that an action starts with `-c`. */
export interface ShellProgram {
  readonly shell: string;
  readonly text: string;
  /** The place of the text in argv. */
  readonly index: number;
}

/** The program text of an action of kind exec; undefined where it starts no shell with `-c`. */
export function shellProgramOf(action: EmisarActionDocument): ShellProgram | undefined {
  if (action.kind !== 'exec') return undefined;
  const { binary, argv = [] } = action.execution.command;
  const started = unwrapped([binary, ...argv]);
  const text = programText(started);
  if (text === undefined) return undefined;
  return { shell: baseName(started[0] ?? ''), text, index: argv.indexOf(text) };
}

/** The command once for every value that an argument with listed choices can take in it. */
function chosen(command: readonly string[], action: EmisarActionDocument): (readonly string[])[] {
  let variants: (readonly string[])[] = [command];
  if (!action.args?.some(({ validation }) => hasChoices(validation))) return variants;
  for (const [index, word] of command.entries()) {
    const choices = word.includes('{{') ? choicesOf(word, action) : [];
    if (choices.length === 0 || variants.length * choices.length > MOST_CHOICES) continue;
    variants = variants.flatMap((variant) => choices.map((choice) => variant.with(index, choice)));
  }
  return variants;
}

function choicesOf(word: string, action: EmisarActionDocument): readonly string[] {
  if (!isWhole(word)) return [];
  const [name] = referencedNames(word);
  const validation = argumentOf(action, name)?.validation;
  const choices = validation?.enum?.length ? validation.enum : (validation?.allowed ?? []);
  return choices.filter((choice) => typeof choice === 'string');
}

/** The name of a program without its directory; of `${X:-name}` the name it has by default. */
export function baseName(program: string): string {
  const name = /^\$\{[A-Za-z_0-9]+:?-([A-Za-z0-9./_-]+)\}$/.exec(program)?.[1] ?? program;
  return name.slice(name.lastIndexOf('/') + 1);
}
