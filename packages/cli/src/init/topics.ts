/** Sub-commands that only read; the default program has better ones than most. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  systemctl: ['list-units', 'list-timers', 'list-sockets'],
};
const USUAL_TOPICS = ['status', 'version'];

/** The sub-commands that the first action of a pack offers; never none. */
export const topicsOf = (binary: string): readonly string[] =>
  Object.hasOwn(TOPICS, binary) ? (TOPICS[binary] ?? USUAL_TOPICS) : USUAL_TOPICS;
