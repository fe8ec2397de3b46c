import { has } from './char-set.ts';
import type { PatternNode } from './node.ts';
import { PatternTooCostly } from './pattern-too-costly.ts';
import { type Instruction, programOf } from './program.ts';

/**
 * Searches for a pattern by following all its states at once, so that the time is at most
 * the number of instructions times the length of the value, whatever the pattern.
 * Throws `PatternTooCostly` after `maxSteps`.
 */
export class Automaton {
  readonly #program: readonly Instruction[];
  readonly #entry: number;
  readonly #maxSteps: number;
  /** The position for which each instruction was last entered, plus one. */
  readonly #entered: Uint32Array;
  readonly #pending: number[] = [];
  #steps = 0;

  constructor(node: PatternNode, maxSteps: number) {
    const { instructions, entry } = programOf(node);
    this.#program = instructions;
    this.#entry = entry;
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
}
