/** Does one piece of work at a time, and once more when it is asked for meanwhile. */
export class Reloader {
  readonly #work: () => Promise<void>;
  readonly #quietMs: number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #isClosed = false;

  /** `work` must not reject. */
  constructor(work: () => Promise<void>, quietMs: number) {
    this.#work = work;
    this.#quietMs = quietMs;
  }

  /** At once, or once more behind what is under way. */
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isClosed) return;
    if (this.#running) this.#isAskedAgain = true;
    else this.#running = this.#untilNobodyAsks();
  }

  /** Once nothing has been heard for a while: an installation changes many files. */
  soon(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), this.#quietMs);
  }

  /** Starts nothing more, and resolves once what is under way has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #untilNobodyAsks(): Promise<void> {
    do {
      this.#isAskedAgain = false;
      await this.#work();
    } while (this.#isAskedAgain && !this.#isClosed);
    this.#running = undefined;
  }
}
