/** The nodes or pairs in a collection: an array, or something smaller that makes them again when they are asked for. */
export interface Children<Child> extends Iterable<Child> {
  readonly length: number;
  /** The child at an index from 0, or from the end when it is negative; undefined where there is none. */
  at(index: number): Child | undefined;
}

/** Whether something holds for every child. */
export function every<Child>(children: Children<Child>, claim: (child: Child) => boolean): boolean {
  for (const child of children) if (!claim(child)) return false;
  return true;
}
