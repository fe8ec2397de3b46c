import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import type { AskPort } from '@packwright/engine';
import type { ApprovalChannel } from '@packwright/schema/config';

/** Where the user of a client answers: beside this process, or at the other end of a network. */
export type ClientChannel = Extract<ApprovalChannel, 'elicitation' | 'elicitation-http'>;

/** What came of asking the user of a client. */
export interface Answer {
  readonly said: 'approved' | 'declined' | 'nothing' | 'cannot be asked';
  readonly channel: ClientChannel;
}

/** A question that nobody answered by then is forgotten. */
const OPEN_MS = 10 * 60_000;
const MOST_OPEN = 1_000;

interface OpenQuestion {
  readonly shown: string;
  readonly expires: number;
}

/**
 * Asks the users of clients, and carries their answers to the runner. An answer counts once, for exactly the call that
 * was shown, and only where policy lets its channel approve.
 */
export class Approvals {
  readonly #answers = new AsyncLocalStorage<Answer>();
  readonly #open = new Map<string, OpenQuestion>();

  /** Notes that this is being shown to a user; resolves to the mark by which the answer has to come back. */
  opened(shown: string): string {
    const mark = randomUUID();
    this.#open.set(mark, { shown: fingerprint(shown), expires: Date.now() + OPEN_MS });
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
    return mark;
  }

  /** Whether exactly this was shown under that mark and has not been answered yet; from now on it has been. */
  closes(mark: string | undefined, shown: string): boolean {
    const question = mark === undefined ? undefined : this.#open.get(mark);
    if (mark === undefined || !question) return false;
    this.#open.delete(mark);
    return question.shown === fingerprint(shown) && Date.now() < question.expires;
  }

  /** Does the work with this answer at hand. */
  with<T>(answer: Answer, work: () => Promise<T>): Promise<T> {
    return this.#answers.run(answer, work);
  }

  readonly ask: AskPort = {
    ask: async ({ channels }) => {
      const answer = this.#answers.getStore();
      const mayApprove = answer !== undefined && channels.includes(answer.channel);
      if (mayApprove && answer.said === 'approved')
        return { approved: true, by: 'the user of the client', channel: answer.channel };
      if (mayApprove && answer.said === 'declined')
        return { approved: false, reason: 'the user of the client declined' };
      const cannot =
        mayApprove && answer.said === 'cannot be asked' ? 'this client cannot ask its user; ' : '';
      const places = channels.join(', ') || 'no channel may';
      return { approved: false, reason: `${cannot}a person has to approve it: ${places}` };
    },
  };
}

const fingerprint = (shown: string): string => createHash('sha256').update(shown).digest('hex');
