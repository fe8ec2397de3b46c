import { ANY, type Kinds, LIST, NUMBER, OBJECT, STRING } from '../values/kind.ts';

/** What is known of a value before there is one. */
export interface Shape {
  /** The kinds of value that it can be. */
  readonly kinds: Kinds;
  /** The names it can have as an object; when they are not known, any name goes. */
  readonly members?: ReadonlyMap<string, Shape>;
  /** What further names hold; when not given, there are no further names. */
  readonly others?: Shape;
  /** What its entries are as a list. */
  readonly entries?: Shape;
}

/** A value of which nothing is known. */
export const ANY_SHAPE: Shape = { kinds: ANY };
export const TEXT_SHAPE: Shape = { kinds: STRING };

/** An object with these names and, unless `others` says what they hold, no further ones. */
export const objectShape = (members: Iterable<readonly [string, Shape]>, others?: Shape): Shape => ({
  kinds: OBJECT,
  members: new Map(members),
  ...(others && { others }),
});

export const listShape = (entries: Shape = ANY_SHAPE): Shape => ({ kinds: LIST, entries });

/** What stands under a name; nothing when the shape knows its names and this is none. */
export function memberShape(shape: Shape, name: string): Shape | undefined {
  return shape.members ? (shape.members.get(name) ?? shape.others) : ANY_SHAPE;
}

/** What `item` is for a `with_items` of this shape: an entry of a list, and anything else itself. */
export function itemShape(items: Shape): Shape {
  if (items.kinds === LIST) return items.entries ?? ANY_SHAPE;
  return (items.kinds & LIST) === 0 ? items : ANY_SHAPE;
}

/** Whether some value has both shapes, as far as kinds go; whole numbers and others count as one kind. */
export const canBe = (value: Shape, wanted: Shape): boolean =>
  (widened(value.kinds) & widened(wanted.kinds)) !== 0;

export const widened = (kinds: Kinds): Kinds => ((kinds & NUMBER) === 0 ? kinds : kinds | NUMBER);
