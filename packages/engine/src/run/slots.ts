interface Client {
  running: number;
  /** When it was served last, counted in turns. */
  turn: number;
  readonly waiting: Set<() => void>;
}

/**
 * So many at a time. Of those who wait, the client with the fewest running is next, and among equals the one whose
 * turn was longest ago: nobody is kept waiting by how much another one asks for. Runs of one client keep their order.
 */
export class Slots {
  #count: number;
  #running = 0;
  #waiting = 0;
  #turns = 0;
  /** Those with anything running or waiting, in the order in which they came. */
  readonly #clients = new Map<string, Client>();

  constructor(count: number) {
    this.#count = count;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting;
  }

  get isFull(): boolean {
    return this.#running >= this.#count;
  }

  /** So many from now on; of those that run, none is stopped for it. */
  resize(count: number): void {
    this.#count = count;
    this.#admit();
  }

  /** Resolves to what releases the slot that was taken, or to undefined when the signal came first. */
  take(signal: AbortSignal, client: string): Promise<(() => void) | undefined> {
    if (signal.aborted) return Promise.resolve(undefined);
    if (!this.isFull) return Promise.resolve(this.#grant(client));
    return new Promise((resolve) => {
      const { waiting } = this.#clientOf(client);
      const giveUp = () => {
        waiting.delete(proceed);
        this.#waiting -= 1;
        this.#forgetIdle(client);
        resolve(undefined);
      };
      const proceed = () => {
        signal.removeEventListener('abort', giveUp);
        this.#waiting -= 1;
        resolve(this.#grant(client));
      };
      waiting.add(proceed);
      this.#waiting += 1;
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  #grant(name: string): () => void {
    const client = this.#clientOf(name);
    client.running += 1;
    client.turn = ++this.#turns;
    this.#running += 1;
    return () => {
      client.running -= 1;
      this.#running -= 1;
      this.#forgetIdle(name);
      this.#admit();
    };
  }

  #admit(): void {
    while (!this.isFull) {
      const next = this.#next();
      const [proceed] = next?.waiting ?? [];
      if (!next || !proceed) return;
      next.waiting.delete(proceed);
      proceed();
    }
  }

  #next(): Client | undefined {
    let next: Client | undefined;
    for (const client of this.#clients.values()) {
      if (client.waiting.size > 0 && (!next || isBefore(client, next))) next = client;
    }
    return next;
  }

  #clientOf(name: string): Client {
    const known = this.#clients.get(name);
    if (known) return known;
    // Before whoever was served last, and behind all who wait for longer: nobody is known to have been here before, so
    // that those who come back at once would pass all others for ever if they came first.
    const client: Client = { running: 0, turn: this.#turns - 0.5, waiting: new Set() };
    this.#clients.set(name, client);
    return client;
  }

  #forgetIdle(name: string): void {
    const client = this.#clients.get(name);
    if (client && client.running === 0 && client.waiting.size === 0) this.#clients.delete(name);
  }
}

const isBefore = (a: Client, b: Client): boolean =>
  a.running < b.running || (a.running === b.running && a.turn < b.turn);
