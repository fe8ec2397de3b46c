import type { Problem } from '../problem.ts';

/** Which parts of a list its schema refuses, so that nothing more is said of them. */
export class Faults {
  /** The pointer of every refused value, and of everything that holds one. */
  readonly #faulty = new Set<string>();

  constructor(problems: readonly Problem[]) {
    for (const { severity, code, pointer } of problems) {
      if (severity !== 'error' || code === 'unknown_field') continue;
      for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1))
        this.#faulty.add(pointer.slice(0, end));
    }
  }

  /** Whether a part, and everything in it, is as the schema has it, unknown fields aside. */
  isSound(pointer: string): boolean {
    return !this.#faulty.has(pointer);
  }
}
