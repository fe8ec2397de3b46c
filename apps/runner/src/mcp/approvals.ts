import { AsyncLocalStorage } from 'node:async_hooks';
import type { AskPort } from '@packwright/engine';

/** What a person said through the client of one call; nothing when nobody was asked. */
export type Answer = 'approved' | 'declined' | undefined;

/**
 * Carries the answer of one call to the runner that asks for it. An answer counts for that call alone, and only where
 * policy lets the channel approve.
 */
export class Approvals {
  readonly #answers = new AsyncLocalStorage<Answer>();

  /** Does the work with this answer at hand. */
  with<T>(answer: Answer, work: () => Promise<T>): Promise<T> {
    return this.#answers.run(answer, work);
  }

  readonly ask: AskPort = {
    ask: async ({ channels }) => {
      const answer = this.#answers.getStore();
      if (answer === 'approved' && channels.includes('elicitation'))
        return { approved: true, by: 'the user of the client', channel: 'elicitation' };
      const reason =
        answer === 'declined'
          ? 'the user of the client declined'
          : `a person has to approve it: ${channels.join(', ') || 'no channel may'}`;
      return { approved: false, reason };
    },
  };
}
