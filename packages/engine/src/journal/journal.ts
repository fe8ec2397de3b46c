import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ownStartTime } from '../executor/start-time-of.ts';
import type { JournalEvent, JournalPort } from '../ports/journal-port.ts';
import { sha256 } from '../sha256.ts';
import { newEventId } from './event-id.ts';
import { lockFile } from './file-lock.ts';
import { JournalError } from './journal-error.ts';
import { journalLine } from './journal-line.ts';
import { type JournalTail, repairTail } from './journal-tail.ts';

/** What an operator may set. */
export interface JournalOptions {
  /** A file that has grown beyond it is put aside; 100 MiB when not given. */
  readonly maxBytes?: number;
  /** How many files put aside are kept; 5 when not given. */
  readonly backups?: number;
}

/** Only its owner reads it. */
const PRIVATE = 0o600;

const onDisk = (file: number): Promise<void> =>
  new Promise((done, failed) => fdatasync(file, (error) => (error ? failed(error) : done())));

/** Who writes, so that a later runner can tell whether it still lives. */
const runnerId = (): string => `local-${process.pid}-${ownStartTime()}`;

interface Waiting {
  readonly event: JournalEvent;
  readonly done: (eventId: string) => void;
  readonly failed: (error: JournalError) => void;
}

/**
 * The journal in a file: JSON lines, each with the hash of the line before, on the disk before anybody is told so.
 * Several processes may write to one file. After a write that failed it takes nothing more.
 */
export class Journal implements JournalPort {
  readonly path: string;
  readonly #maxBytes: number;
  readonly #backups: number;
  readonly #runnerId = runnerId();
  #waiting: Waiting[] = [];
  #isWriting = false;
  #broken: JournalError | undefined;
  #known: JournalTail | undefined;

  constructor(path: string, { maxBytes = 100 * 1024 * 1024, backups = 5 }: JournalOptions = {}) {
    this.path = path;
    this.#maxBytes = maxBytes;
    this.#backups = backups;
  }

  record(event: JournalEvent): Promise<string> {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise((done, failed) => {
      this.#waiting.push({ event, done, failed });
      void this.#write();
    });
  }

  /** What comes while the disk is busy is written together, in one go. */
  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const ids = await this.#append(batch.map(({ event }) => event));
        batch.forEach(({ done }, at) => {
          done(ids[at] as string);
        });
      } catch (cause) {
        this.#broken = new JournalError(`the journal cannot be written: ${(cause as Error).message}`, {
          cause,
        });
        for (const { failed } of [...batch, ...this.#waiting]) failed(this.#broken);
        this.#waiting = [];
      }
    }
    this.#isWriting = false;
  }

  async #append(events: readonly JournalEvent[]): Promise<readonly string[]> {
    const release = await this.#lock();
    try {
      const { file, size: found } = this.#open();
      try {
        const { last, size } = this.#tail(found);
        const written = chained(events, last, this.#runnerId);
        await flush(file, written.bytes, size);
        this.#known = { last: written.last, size: size + written.bytes.length };
        return written.ids;
      } finally {
        closeSync(file);
      }
    } finally {
      release();
    }
  }

  async #lock(): Promise<() => void> {
    const lock = `${this.path}.lock`;
    try {
      return await lockFile(lock);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      return lockFile(lock);
    }
  }

  #open(): OpenJournal {
    const journal = openJournal(this.path);
    if (journal.size <= this.#maxBytes) return journal;
    closeSync(journal.file);
    this.#rotate();
    return openJournal(this.path);
  }

  /** What this process wrote last is still the end unless another one has written since. */
  #tail(size: number): JournalTail {
    return this.#known?.size === size ? this.#known : repairTail(this.path);
  }

  #rotate(): void {
    this.#known = undefined;
    rmSync(`${this.path}.${this.#backups}`, { force: true });
    for (let number = this.#backups - 1; number >= 1; number--) {
      if (existsSync(`${this.path}.${number}`)) {
        renameSync(`${this.path}.${number}`, `${this.path}.${number + 1}`);
      }
    }
    if (this.#backups > 0) renameSync(this.path, `${this.path}.1`);
    else rmSync(this.path);
  }
}

interface OpenJournal {
  readonly file: number;
  readonly size: number;
}

function openJournal(path: string): OpenJournal {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, PRIVATE);
  const { mode, size } = fstatSync(file);
  if ((mode & 0o777) !== PRIVATE) fchmodSync(file, PRIVATE);
  return { file, size };
}

/** The lines of events that follow a line. */
function chained(events: readonly JournalEvent[], before: Buffer | null, runnerId: string) {
  let last = before;
  const ids: string[] = [];
  const lines = events.map((event) => {
    const eventId = newEventId();
    ids.push(eventId);
    const prevHash = last === null ? null : sha256(last);
    const line = journalLine(event, { prevHash, eventId, runnerId, now: new Date() });
    last = Buffer.from(line);
    return `${line}\n`;
  });
  return { ids, last, bytes: Buffer.from(lines.join('')) };
}

/** Only what waits for the disk is waited for; each turn of another thread would hold up every run. */
async function flush(file: number, bytes: Buffer, at: number): Promise<void> {
  try {
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(file, bytes, written, bytes.length - written, at + written);
    }
    await onDisk(file);
  } catch (error) {
    // Half a line is none; if this fails as well, the next start repairs it.
    try {
      ftruncateSync(file, at);
    } catch {}
    throw error;
  }
}
