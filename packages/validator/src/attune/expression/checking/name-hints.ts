import { closest } from '@packwright/values';
import type { ExpressionNames } from './expression-names.ts';
import type { Shape } from './shape.ts';

const FEW = 8;
/** With more names than this, looking for a near one costs too much. */
const MANY = 500;
const DASHED = /[A-Za-z0-9_-]+/y;

/** The name with dashes that begins here, if that is what the author wrote: expressions take `-` for a minus. */
export function dashedName(text: string, start: number, name: string): string | undefined {
  DASHED.lastIndex = start;
  const dashed = DASHED.exec(text)?.[0] ?? name;
  return dashed === name ? undefined : dashed;
}

/** The name that was most likely meant. */
export function nearName(name: string, names: ReadonlyMap<string, unknown> | undefined): string | undefined {
  return names && names.size <= MANY ? closest(name, names.keys()) : undefined;
}

/** What to write instead of a name that nothing has. */
export function nameHint(name: string, { names, advice, remedy }: ExpressionNames): string | undefined {
  const told = advice.get(name);
  if (told !== undefined) return told;
  const home = homeOf(name, names);
  if (home !== undefined) return `write ${home}.${name}`;
  const near = nearName(name, names);
  return near === undefined ? remedy : `did you mean "${near}"?`;
}

/** The path under which a name is to be found after all: one or two names deep. */
export function homeOf(name: string, names: ReadonlyMap<string, Shape>): string | undefined {
  for (const [root, shape] of names) if (shape.members?.has(name)) return root;
  for (const [root, shape] of names) {
    for (const [member, inner] of shape.members ?? [])
      if (inner.members?.has(name)) return `${root}.${member}`;
  }
  return undefined;
}

/** What to write instead of a name that an object does not have. */
export function memberHint(name: string, { members }: Shape): string | undefined {
  const near = nearName(name, members);
  if (near !== undefined) return `did you mean "${near}"?`;
  const isShort = members && members.size > 0 && members.size <= FEW;
  return isShort ? `there is: ${[...members.keys()].join(', ')}` : undefined;
}
