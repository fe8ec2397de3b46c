import { randomUUID } from 'node:crypto';
import type { RunEvent, RunResult } from '@packwright/engine';

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
  readonly ended: Promise<RunResult>;
}

/** The oldest are forgotten; the journal keeps them. */
const MOST_KEPT = 500;

/** The runs of this process, by id, the newest first. */
export class RunBook {
  readonly #runs = new Map<string, Entry>();

  /** Starts a run and notes it. `start` must not reject. */
  begin(actionId: string, reason: string, start: (id: string) => Promise<RunResult>): RunRecord {
    const id = `run_${randomUUID()}`;
    const record: RunRecord = { id, actionId, reason, startedAt: new Date().toISOString(), result: null };
    const ended = start(id).then((result) => {
      const entry = this.#runs.get(id);
      if (entry) entry.record = { ...entry.record, result };
      return result;
    });
    this.#runs.set(id, { record, ended });
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > MOST_KEPT && oldest !== undefined) this.#runs.delete(oldest);
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
}

/** A line for a client that watches: what happened, redacted as the runner made it. */
export function progressLine(event: RunEvent): string {
  if (event.kind === 'queued') return `waiting, ${event.ahead} ahead`;
  return event.kind === 'started' ? `started ${event.command}` : event.text.trimEnd();
}
