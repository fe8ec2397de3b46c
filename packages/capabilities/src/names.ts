import { pointerTo } from './pointer.ts';
import type { Problems } from './problem.ts';
import { quote } from './quote.ts';

/** What can have a name. */
export type Named = 'capabilities' | 'rules' | 'transforms' | 'counters';

/**
 * The names of one kind in one place: the same one twice is an error, two that differ only by case are a warning
 * (specs/evershell 3.2).
 */
export class Names {
  readonly #kind: Named;
  readonly #problems: Problems;
  readonly #exact = new Set<string>();
  readonly #folded = new Map<string, string>();

  constructor(kind: Named, problems: Problems) {
    this.#kind = kind;
    this.#problems = problems;
  }

  /** Takes in a name; the pointer is where its author wrote it, or would write it. */
  add(name: string, pointer: string): void {
    const other = this.#folded.get(name.toLowerCase());
    if (this.#exact.has(name)) {
      const hint =
        this.#kind === 'transforms'
          ? 'names of transforms are unique in a capability; a nameless one is called `t` and its position'
          : 'give each its own name';
      this.#problems.add('name_duplicate', pointer, `${quote(name)} names two ${this.#kind}`, hint);
    } else if (other !== undefined) {
      const message = `the ${this.#kind} ${quote(other)} and ${quote(name)} differ only by case`;
      this.#problems.add('name_case_collision', pointer, message, 'choose names that nobody mixes up');
    }
    this.#exact.add(name);
    this.#folded.set(name.toLowerCase(), name);
  }
}

/** Names of capabilities are unique in the list, names of rules in their capability (specs/evershell 3.3, 3.4). */
export function checkNames(list: readonly unknown[], problems: Problems): void {
  addAll(new Names('capabilities', problems), list, '');
  for (const [index, capability] of list.entries()) {
    const allow = (capability as { allow?: unknown } | null)?.allow;
    if (Array.isArray(allow)) addAll(new Names('rules', problems), allow, pointerTo('', index, 'allow'));
  }
}

function addAll(names: Names, list: readonly unknown[], at: string): void {
  for (const [index, item] of list.entries()) {
    const name = (item as { name?: unknown } | null)?.name;
    if (typeof name === 'string') names.add(name, pointerTo(at, index, 'name'));
  }
}
