/** Why a block is not a reference to an argument. */
export type BlockFault = 'unterminated' | 'not-args' | 'bad-reference';

/** One `{{ … }}` of a template; `start` and `end` are in UTF-16 units of its text. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** What stands between the braces, trimmed. */
  readonly expression: string;
  /** What it refers to, or why it refers to nothing. */
  readonly reference: Reference | BlockFault;
}

export interface Reference {
  readonly name: string;
  /** Whether it carries the `?` that lets it be absent or empty. */
  readonly isOptional: boolean;
}

const REFERENCE = /^args\.([A-Za-z_][A-Za-z0-9_]*)(?:\p{White_Space}*(\?))?$/u;
const SPACE = /\p{White_Space}/u;

/**
 * The blocks of a template one after the other; one without an end is the last. Never fails: faults are kept in the
 * blocks. A text of megabytes may hold millions, so nothing here holds them together.
 */
export function* blocksOf(text: string): Generator<Block> {
  for (let start = text.indexOf('{{'); start !== -1; ) {
    const close = text.indexOf('}}', start + 2);
    const end = close === -1 ? text.length : close + 2;
    const expression = trim(text.slice(start + 2, close === -1 ? undefined : close));
    yield { start, end, expression, reference: close === -1 ? 'unterminated' : referenceOf(expression) };
    start = text.indexOf('{{', end);
  }
}

/**
 * The block of an element of argv that is one block and white space; then a list becomes elements of its own. What
 * stands between its outer braces is the reference, so that a brace too many makes it none.
 */
export function wholeBlock(text: string): Block | undefined {
  const element = trim(text);
  if (element.length < 4 || !element.startsWith('{{') || !element.endsWith('}}')) return undefined;
  const inside = element.slice(2, -2);
  if (inside.includes('{{') || inside.includes('}}')) return undefined;
  const start = text.indexOf('{{');
  const expression = trim(inside);
  return { start, end: start + element.length, expression, reference: referenceOf(expression) };
}

/** Whether an element of argv is one block and white space. */
export const isWhole = (text: string): boolean => wholeBlock(text) !== undefined;

/** The blocks of an element of argv. */
export function* argvBlocksOf(text: string): Generator<Block> {
  const whole = wholeBlock(text);
  if (whole) yield whole;
  else yield* blocksOf(text);
}

function referenceOf(expression: string): Block['reference'] {
  const [, name, marker] = REFERENCE.exec(expression) ?? [];
  if (name !== undefined) return { name, isOptional: marker !== undefined };
  return expression.startsWith('args.') ? 'bad-reference' : 'not-args';
}

/** By Unicode's White_Space, which is not what `String.trim` takes, and in one pass, which no pattern is. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text[start] as string)) start++;
  while (end > start && SPACE.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}
