import { type CharSet, has } from './char-set.ts';
import type { PatternNode } from './node.ts';
import { PatternTooCostly } from './pattern-too-costly.ts';

type Instruction =
  | { readonly kind: 'take'; readonly set: CharSet; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number; other: number }
  | { readonly kind: 'start' | 'end'; readonly next: number }
  | { readonly kind: 'match' };

/**
 * Searches for a pattern by following all its states at once, so that the time is at most
 * the number of instructions times the length of the value, whatever the pattern.
 * Throws `PatternTooCostly` after `maxSteps`.
 */
export class Automaton {
  readonly #program: Instruction[] = [{ kind: 'match' }];
  readonly #entry: number;
  readonly #maxSteps: number;
  /** The position for which each instruction was last entered, plus one. */
  readonly #entered: Uint32Array;
  readonly #pending: number[] = [];
  #steps = 0;

  constructor(node: PatternNode, maxSteps: number) {
    this.#entry = this.#emit(node, 0);
    this.#maxSteps = maxSteps;
    this.#entered = new Uint32Array(this.#program.length);
  }

  /** Whether the pattern occurs anywhere in the value. */
  test(value: string): boolean {
    this.#entered.fill(0);
    this.#steps = 0;
    let current: number[] = [];
    let following: number[] = [];
    for (let at = 0; ; ) {
      if (this.#enter(this.#entry, at, value.length, current)) return true;
      if (at >= value.length) return false;
      const codePoint = value.codePointAt(at) as number;
      at += codePoint > 0xffff ? 2 : 1;
      for (const index of current) {
        const { set, next } = this.#program[index] as Instruction & { kind: 'take' };
        this.#steps += set.ranges.length;
        if (has(set, codePoint) && this.#enter(next, at, value.length, following)) return true;
      }
      if (this.#steps > this.#maxSteps) throw new PatternTooCostly();
      [current, following] = [following, current];
      following.length = 0;
    }
  }

  /** Adds the states reachable without taking a character; true when one of them is the match. */
  #enter(index: number, at: number, length: number, states: number[]): boolean {
    const pending = this.#pending;
    pending.push(index);
    for (let top = pending.pop(); top !== undefined; top = pending.pop()) {
      if (this.#entered[top] === at + 1) continue;
      this.#entered[top] = at + 1;
      this.#steps++;
      const instruction = this.#program[top] as Instruction;
      if (instruction.kind === 'take') states.push(top);
      else if (instruction.kind === 'fork') pending.push(instruction.other, instruction.next);
      else if (instruction.kind !== 'match') {
        if (at === (instruction.kind === 'start' ? 0 : length)) pending.push(instruction.next);
      } else {
        pending.length = 0;
        return true;
      }
    }
    return false;
  }

  /** Writes the instructions of a node that go on at `next`; gives the place of the first. */
  #emit(node: PatternNode, next: number): number {
    switch (node.kind) {
      case 'set':
        return this.#add({ kind: 'take', set: node.set, next });
      case 'sequence':
        return node.items.reduceRight((following, item) => this.#emit(item, following), next);
      case 'choice': {
        const [first, ...others] = node.options.map((option) => this.#emit(option, next));
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
      const body = this.#emit(item, loop);
      (this.#program[loop] as Instruction & { kind: 'fork' }).other = body;
      entry = min === 0 ? loop : body;
      copies = Math.max(0, min - 1);
    } else {
      for (let i = min; i < max; i++)
        entry = this.#add({ kind: 'fork', next, other: this.#emit(item, entry) });
    }
    for (let i = 0; i < copies; i++) entry = this.#emit(item, entry);
    return entry;
  }

  #add(instruction: Instruction): number {
    return this.#program.push(instruction) - 1;
  }
}
