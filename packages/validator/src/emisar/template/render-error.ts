import { quote } from '../arguments/quote.ts';
import type { Block } from './parse-template.ts';

/** A template that cannot be filled in with the arguments of a call. */
export class RenderError extends Error {
  override readonly name = 'RenderError';
  readonly code = 'render';
  readonly template: string;
  /** The block at fault, in UTF-16 units of the template. */
  readonly start: number;
  readonly end: number;

  constructor(template: string, block: Block, message: string) {
    super(`template ${quote(template)}: ${message}`);
    this.template = template;
    this.start = block.start;
    this.end = block.end;
  }
}
