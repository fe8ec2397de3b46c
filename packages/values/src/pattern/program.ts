import type { CharSet } from './char-set.ts';
import type { PatternNode } from './node.ts';

/** One step of a program. `take` goes on with a character of the set; the others take none. */
export type Instruction =
  | { readonly kind: 'take'; readonly set: CharSet; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number; other: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'match' };

/** A pattern as a list of instructions; a search starts at `entry`. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly entry: number;
}

export function programOf(node: PatternNode): Program {
  const writer = new Writer();
  const entry = writer.emit(node, 0);
  return { instructions: writer.instructions, entry };
}

class Writer {
  readonly instructions: Instruction[] = [{ kind: 'match' }];

  /** Writes the instructions of a node that go on at `next`; gives the place of the first. */
  emit(node: PatternNode, next: number): number {
    switch (node.kind) {
      case 'set':
        return this.#add({ kind: 'take', set: node.set, next });
      case 'sequence':
        return node.items.reduceRight((following, item) => this.emit(item, following), next);
      case 'choice': {
        const [first, ...others] = node.options.map((option) => this.emit(option, next));
        return others.reduce(
          (other, entry) => this.#add({ kind: 'fork', next: entry, other }),
          first as number,
        );
      }
      case 'repeat':
        return this.#repeat(node, next);
      default:
        return this.#add({ kind: node.kind, next });
    }
  }

  #repeat({ item, min, max }: PatternNode & { kind: 'repeat' }, next: number): number {
    let entry = next;
    let copies = min;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.#add({ kind: 'fork', next, other: next });
      const body = this.emit(item, loop);
      (this.instructions[loop] as Instruction & { kind: 'fork' }).other = body;
      entry = min === 0 ? loop : body;
      copies = Math.max(0, min - 1);
    } else {
      for (let i = min; i < max; i++)
        entry = this.#add({ kind: 'fork', next, other: this.emit(item, entry) });
    }
    for (let i = 0; i < copies; i++) entry = this.emit(item, entry);
    return entry;
  }

  #add(instruction: Instruction): number {
    return this.instructions.push(instruction) - 1;
  }
}
