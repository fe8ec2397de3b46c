import { shownCommand } from '../output/shown-command.ts';

/** What to do about a line of a journal that no runner wrote so. Nobody but a person may decide on it. */
export const remedyFor = (path: string): string =>
  `find out who wrote to it, and put it aside with \`${shownCommand('mv', [path, `${path}.damaged`])}\`: the next run begins a new one`;

/** What to do about a last line that has no end; no sign that anybody changed it. */
export const TORN_REMEDY = 'nothing is to be done: the next run takes the half line away';
