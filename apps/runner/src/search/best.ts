/** Whether the first one comes before the second one. */
type Precedes<Item> = (a: Item, b: Item) => boolean;

/** Keeps the best of what it is offered, at most `limit`, the best first; of equals the one that came first. */
export class Best<Item> {
  readonly #items: Item[] = [];
  readonly #limit: number;
  readonly #precedes: Precedes<Item>;

  constructor(limit: number, precedes: Precedes<Item>) {
    this.#limit = limit;
    this.#precedes = precedes;
  }

  /** `counts` is asked only where the item would be kept. */
  offer(item: Item, counts: (item: Item) => boolean): void {
    const items = this.#items;
    const last = items.at(-1);
    const isFull = items.length >= this.#limit;
    if (isFull && (last === undefined || !this.#precedes(item, last))) return;
    if (!counts(item)) return;
    if (isFull) items.pop();
    let place = items.length;
    while (place > 0 && this.#precedes(item, items[place - 1] as Item)) place--;
    items.splice(place, 0, item);
  }

  get items(): readonly Item[] {
    return this.#items;
  }
}
