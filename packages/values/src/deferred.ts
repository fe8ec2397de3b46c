/** A part of the program that most runs do without, and that is loaded once one needs it. */
export class Deferred<T> {
  readonly #load: () => Promise<T>;
  #part: T | undefined;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The part. Throws `NotLoaded` before it is loaded, for `onceLoaded` to see to. */
  get part(): T {
    if (this.#part === undefined) throw new NotLoaded(this);
    return this.#part;
  }

  /** For programs that have the part at hand from the beginning. */
  provide(part: T): void {
    this.#part = part;
  }

  async load(): Promise<void> {
    this.#part ??= await this.#load();
  }
}

/** Work came to a part that is not loaded. */
export class NotLoaded extends Error {
  readonly deferred: Deferred<unknown>;

  constructor(deferred: Deferred<unknown>) {
    super('a part of the program is needed before it was loaded');
    this.name = 'NotLoaded';
    this.deferred = deferred;
  }
}

/** Does the work; where it comes to parts that are not loaded, loads them and does it again. */
export async function onceLoaded<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      await error.deferred.load();
    }
  }
}
