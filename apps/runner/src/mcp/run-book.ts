import { randomUUID } from 'node:crypto';
import type { RunResult } from '@packwright/engine';

/** One run that a client asked for. */
export interface RunRecord {
  readonly id: string;
  readonly actionId: string;
  readonly reason: string;
  readonly startedAt: string;
  /** Null while it lasts. */
  readonly result: RunResult | null;
}

interface Entry {
  record: RunRecord;
  readonly ended: Promise<unknown>;
}

/** Who asks for a run, and why; the signal ends it. */
export interface RunOrder {
  readonly actionId: string;
  readonly reason: string;
  readonly signal: AbortSignal;
}

/** How much of what has ended is kept, as runs and as characters of their output; the journal keeps all. */
const MOST_KEPT = 500;
const MOST_KEPT_CHARACTERS = 32 * 1024 * 1024;

/** The runs of this process, by id, the newest first. */
export class RunBook {
  readonly #runs = new Map<string, Entry>();
  readonly #stopped = new AbortController();
  /** Of those that are kept. */
  #ended = 0;
  #characters = 0;

  /** Starts a run and notes it. `start` must not reject. */
  begin(
    { actionId, reason, signal }: RunOrder,
    start: (run: { readonly requestId: string; readonly signal: AbortSignal }) => Promise<RunResult>,
  ): RunRecord {
    const id = `run_${randomUUID()}`;
    const record: RunRecord = { id, actionId, reason, startedAt: new Date().toISOString(), result: null };
    const either = AbortSignal.any([signal, this.#stopped.signal]);
    const ended = start({ requestId: id, signal: either }).then((result) => {
      entry.record = { ...record, result };
      this.#ended += 1;
      this.#characters += charactersOf(result);
      this.#forget();
    });
    const entry: Entry = { record, ended };
    this.#runs.set(id, entry);
    return record;
  }

  /** The run as it is once it has ended, or when the time is up; undefined for an id that is not known. */
  async wait(id: string, milliseconds: number): Promise<RunRecord | undefined> {
    const entry = this.#runs.get(id);
    if (!entry) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([entry.ended, timeUp]);
    clearTimeout(timer);
    return entry.record;
  }

  recent(limit: number): readonly RunRecord[] {
    return [...this.#runs.values()]
      .reverse()
      .slice(0, limit)
      .map(({ record }) => record);
  }

  /** Cancels what still runs, and resolves once all of it has ended. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all([...this.#runs.values()].map(({ ended }) => ended));
  }

  /** Only runs that have ended are forgotten, the oldest first; the newest one never. */
  #forget(): void {
    for (const [id, { record }] of this.#runs) {
      if (this.#ended <= 1 || (this.#ended <= MOST_KEPT && this.#characters <= MOST_KEPT_CHARACTERS)) return;
      if (record.result === null) continue;
      this.#runs.delete(id);
      this.#ended -= 1;
      this.#characters -= charactersOf(record.result);
    }
  }
}

const charactersOf = (result: RunResult | null): number =>
  (result?.stdout?.length ?? 0) + (result?.stderr?.length ?? 0);
