import { has } from './char-set.ts';
import type { PatternNode } from './node.ts';
import { type Instruction, type Program, programOf } from './program.ts';

/** Beyond it the answer would take longer than anyone waits. */
const MAX_PAIRS = 20_000;
const MAX_STEPS = 5_000_000;

/** Whether every text in which `inner` occurs is one in which `outer` occurs; nothing when that takes too long. */
export function includes(outer: PatternNode, inner: PatternNode): boolean | undefined {
  return new Inclusion(new Search(programOf(outer)), new Search(programOf(inner))).holds();
}

/**
 * Looks for a text that `inner` matches and `outer` does not, by following both at once through all texts: a pair of
 * states that was seen before leads to nothing new.
 */
class Inclusion {
  readonly #outer: Search;
  readonly #inner: Search;
  readonly #seen = new Set<string>();

  constructor(outer: Search, inner: Search) {
    this.#outer = outer;
    this.#inner = inner;
  }

  holds(): boolean | undefined {
    const open: [outer: State, inner: State][] = [[this.#outer.start(), this.#inner.start()]];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const [outer, inner] = pair;
      // It has matched already, so it matches whatever follows.
      if (outer.matched) continue;
      const key = `${outer.key}/${inner.key}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      if (this.#inner.matchesAtEnd(inner) && !this.#outer.matchesAtEnd(outer)) return false;
      if (this.#seen.size > MAX_PAIRS || this.#outer.steps + this.#inner.steps > MAX_STEPS) return undefined;
      for (const character of charactersToTell([...this.#outer.sets(outer), ...this.#inner.sets(inner)])) {
        open.push([this.#outer.after(outer, character), this.#inner.after(inner, character)]);
      }
    }
    return true;
  }
}

/** Where a search stands: before which instructions, and whether it has matched already. */
interface State {
  readonly key: string;
  readonly matched: boolean;
  readonly isStart: boolean;
  /** Instructions that come next, not yet followed over those that take nothing. */
  readonly seeds: readonly number[];
  /** Those of them, followed, that take a character. */
  readonly takes: readonly (Instruction & { readonly kind: 'take' })[];
}

class Search {
  steps = 0;
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  start(): State {
    return this.#state([this.#program.entry], true);
  }

  /** Where it stands one character later. A match may begin anywhere. */
  after(state: State, character: number): State {
    if (state.matched) return state;
    const next = state.takes.filter(({ set }) => has(set, character)).map(({ next }) => next);
    return this.#state(
      [...new Set([...next, this.#program.entry])].sort((a, b) => a - b),
      false,
    );
  }

  matchesAtEnd(state: State): boolean {
    return state.matched || this.#follow(state.seeds, state.isStart, true).matched;
  }

  *sets({ takes }: State): Generator<readonly number[]> {
    for (const { set } of takes) yield set.ranges;
  }

  #state(seeds: readonly number[], isStart: boolean): State {
    const { matched, takes } = this.#follow(seeds, isStart, false);
    if (matched) return { key: 'matched', matched, isStart, seeds: [], takes: [] };
    return { key: `${isStart ? '^' : ''}${seeds.join()}`, matched, isStart, seeds, takes };
  }

  #follow(seeds: readonly number[], isStart: boolean, isEnd: boolean): Pick<State, 'matched' | 'takes'> {
    const takes: (Instruction & { kind: 'take' })[] = [];
    const pending = [...seeds];
    const entered = new Set<number>();
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (entered.has(at)) continue;
      entered.add(at);
      this.steps++;
      const instruction = this.#program.instructions[at] as Instruction;
      if (instruction.kind === 'match') return { matched: true, takes: [] };
      if (instruction.kind === 'take') takes.push(instruction);
      else if (instruction.kind === 'fork') pending.push(instruction.other, instruction.next);
      else if (instruction.kind === 'start' ? isStart : isEnd) pending.push(instruction.next);
    }
    return { matched: false, takes };
  }
}

const FIRST_SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;
const BEYOND_UNICODE = 0x110000;

/** One character for each group of characters that all the sets treat alike. Half a surrogate pair is none. */
function charactersToTell(sets: readonly (readonly number[])[]): readonly number[] {
  const firsts = new Set([0, AFTER_SURROGATES]);
  for (const ranges of sets) {
    for (const [index, edge] of ranges.entries()) firsts.add(index % 2 === 0 ? edge : edge + 1);
  }
  return [...firsts].filter(
    (first) => first < BEYOND_UNICODE && (first < FIRST_SURROGATE || first >= AFTER_SURROGATES),
  );
}
