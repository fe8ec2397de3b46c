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

export interface Template {
  readonly text: string;
  /** In order; a block without an end is the last. */
  readonly blocks: readonly Block[];
  /** Whether the text is one block and white space: then a list becomes elements of its own. */
  readonly isWhole: boolean;
}

const SPACE_AROUND = /^\p{White_Space}+|\p{White_Space}+$/gu;
const REFERENCE = /^args\.([A-Za-z_][A-Za-z0-9_]*)(?:\p{White_Space}*(\?))?$/u;

/** Splits a template into its blocks. Never fails: faults are kept in the blocks. */
export function parseTemplate(text: string): Template {
  const blocks: Block[] = [];
  for (let start = text.indexOf('{{'); start !== -1; ) {
    const close = text.indexOf('}}', start + 2);
    const end = close === -1 ? text.length : close + 2;
    const expression = trim(text.slice(start + 2, close === -1 ? undefined : close));
    blocks.push({
      start,
      end,
      expression,
      reference: close === -1 ? 'unterminated' : referenceOf(expression),
    });
    start = text.indexOf('{{', end);
  }
  return { text, blocks, isWhole: isWholeExpression(text) };
}

function referenceOf(expression: string): Block['reference'] {
  const [, name, marker] = REFERENCE.exec(expression) ?? [];
  if (name !== undefined) return { name, isOptional: marker !== undefined };
  return expression.startsWith('args.') ? 'bad-reference' : 'not-args';
}

function isWholeExpression(text: string): boolean {
  const element = trim(text);
  if (element.length < 4 || !element.startsWith('{{') || !element.endsWith('}}')) return false;
  const inside = element.slice(2, -2);
  return !inside.includes('{{') && !inside.includes('}}');
}

const trim = (text: string): string => text.replace(SPACE_AROUND, '');
