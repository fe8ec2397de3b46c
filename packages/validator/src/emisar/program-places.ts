import type { EmisarActionDocument, EmisarArg } from '@packwright/schema/emisar';
import { hasChoices } from './bounds.ts';
import { baseName } from './risk-floor/command.ts';

/** Programs, and the options whose value they run. */
const OPTIONS: ReadonlyMap<string, RegExp> = new Map([
  ['python', /^-[A-Za-z]*c$/],
  ['perl', /^-[A-Za-z]*[eE]$/],
  ['ruby', /^-[A-Za-z]*e$/],
  ['node', /^(?:-[ep]|-pe|--eval|--print)$/],
  ['php', /^-r$/],
  ['lua', /^-e$/],
  ['erl', /^-eval$/],
  ['mongosh', /^--eval$/],
  ['mongo', /^--eval$/],
  ['psql', /^(?:-[A-Za-z]*c|--command)$/],
  ['mysql', /^(?:-[A-Za-z]*e|--execute)$/],
  ['mariadb', /^(?:-[A-Za-z]*e|--execute)$/],
  ['cqlsh', /^(?:-e|--execute)$/],
]);
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'busybox']);
const SHELL_OPTION = /^-[^-]*c/;

/**
 * The elements of argv that an interpreter or a database runs, by index, and who does. What the action's own binary
 * runs as a shell is left out: the loader judges that itself (EMI045).
 */
export function programPlaces(action: EmisarActionDocument): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  if (action.kind !== 'exec') return places;
  const { binary, argv = [] } = action.execution.command;
  const own = nameOf(binary);
  for (const [index, element] of argv.entries()) {
    if (!element.startsWith('-')) continue;
    const before = nameOf(argv[index - 1] ?? '');
    if (OPTIONS.get(own)?.test(element)) places.set(index + 1, own);
    else if (OPTIONS.get(before)?.test(element)) places.set(index + 1, before);
    else if (SHELLS.has(before) && SHELL_OPTION.test(element)) places.set(index + 1, before);
  }
  return places;
}

/** Whether an argument takes text that no list and no anchored pattern bounds. */
export function isAnyText({ type, validation }: EmisarArg): boolean {
  if (type !== 'string' && type !== 'string_array' && type !== 'path') return false;
  if (hasChoices(validation)) return false;
  return !/^(?:\^|\\A).*(?:\$|\\z)$/s.test(validation?.pattern ?? '');
}

/** `python3.12` is `python` here. */
const nameOf = (program: string): string => baseName(program).replace(/[0-9.]+$/, '');
