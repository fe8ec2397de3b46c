import { quote } from '../arguments/quote.ts';
import type { Block, BlockFault } from './parse-template.ts';

/** What is wrong with a block, and what to do. */
export interface BlockWords {
  readonly message: string;
  readonly hint: string;
}

/** The words for a block that is no reference; `meant` is the argument that it most likely means. */
export function faultWords(fault: BlockFault, { expression }: Block, meant?: string): BlockWords {
  if (fault === 'unterminated') return { message: '"{{" has no "}}"', hint: 'close the block with "}}"' };
  const message =
    expression === '' ? 'the block is empty' : `${quote(expression)} is not a reference to an argument`;
  if (fault === 'bad-reference') {
    const name = meant ?? 'name';
    const hint = `write "{{ args.${name} }}" or "{{ args.${name}? }}"; there are no filters, defaults or paths`;
    return { message, hint };
  }
  if (meant !== undefined) return { message, hint: `did you mean "{{ args.${meant} }}"?` };
  return { message, hint: 'write "{{ args.name }}"; templates know nothing else' };
}
