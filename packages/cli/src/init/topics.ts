/** Arguments with which a program only reads; the default program has better ones than most. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  systemctl: ['list-units', 'list-timers', 'list-sockets'],
};
/** Hardly a program is without it, and sub-commands differ. */
const USUAL_TOPICS = ['--version'];

/** The arguments that the first action of a pack offers; never none. */
export const topicsOf = (binary: string): readonly string[] =>
  Object.hasOwn(TOPICS, binary) ? (TOPICS[binary] ?? USUAL_TOPICS) : USUAL_TOPICS;

/** What the author of a new pack is to do about them, as a line of a comment. */
export const topicsAdvice = (binary: string): string =>
  `# Change it to the sub-commands and options of ${binary} that people need and that only read.`;
