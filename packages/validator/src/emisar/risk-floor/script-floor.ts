import type { Floor } from './floor-of.ts';

/** Verbs that are never a read, whatever the script does with the rest of its arguments. */
const VERB =
  /^(?:delete|destroy|drop|erase|kill|purge|reboot|remove|restart|shutdown|stop|terminate|truncate|wipe)(?:[-_][a-z0-9_-]+)?$/;
const MOST_WORDS = 3;

/**
 * What the literal verb at the head of a packaged script's arguments says of the action, at least. Scripts are opaque,
 * so only a verb that no read would carry counts, and only for the lowest tier that is no read.
 */
export function scriptFloor(argv: readonly string[]): Floor | undefined {
  const option = argv.findIndex((element) => element.startsWith('-'));
  const head = option === -1 ? argv : argv.slice(0, option);
  const verb = head
    .filter((element) => element !== '' && !element.includes('{{'))
    .slice(0, MOST_WORDS)
    .find((element) => VERB.test(element) || element === 'DELETE');
  if (verb === undefined) return undefined;
  return { tier: 'medium', reason: 'changes something, by its own verb', command: verb };
}
