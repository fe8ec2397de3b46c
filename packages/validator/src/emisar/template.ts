// Spec section 3.

import type { BoundArguments, BoundValue } from './arguments/bound-value.ts';
import { formatScalar } from './arguments/format-scalar.ts';
import { type Block, blocksOf, type Reference, wholeBlock } from './template/parse-template.ts';
import { RenderError } from './template/render-error.ts';
import { faultWords } from './template/words.ts';

/** Fills in the templates of a command line. Lists become elements of their own; throws `RenderError`. */
export function renderArgv(templates: readonly string[], value: BoundArguments): string[] {
  return templates.flatMap((text) => {
    const block = wholeBlock(text);
    return block ? spliced(text, block, value) : (concatenated(text, value, 'drop') ?? []);
  });
}

/** Fills in the values of environment variables; keys are no templates. Throws `RenderError`. */
export function renderEnv(
  env: Readonly<Record<string, string>>,
  value: BoundArguments,
): ReadonlyMap<string, string> {
  const rendered = Object.entries(env).map(([key, text]) => {
    return [key, concatenated(text, value, 'empty') ?? ''] as const;
  });
  return new Map(rendered);
}

function spliced(template: string, block: Block, value: BoundArguments): readonly string[] {
  const reference = referenceIn(template, block);
  const found = value.get(reference.name);
  if (isEmpty(found) && reference.isOptional) return [];
  if (found === undefined) throw absent(template, block, reference);
  return Array.isArray(found)
    ? found.map(String)
    : [formatScalar(found as Exclude<BoundValue, readonly unknown[]>)];
}

/** Nothing when an optional block is empty and empty blocks drop the whole text. */
function concatenated(template: string, value: BoundArguments, empty: 'drop' | 'empty'): string | undefined {
  let text = '';
  let at = 0;
  for (const block of blocksOf(template)) {
    const reference = referenceIn(template, block);
    const found = value.get(reference.name);
    text += template.slice(at, block.start);
    at = block.end;
    if (isEmpty(found) && reference.isOptional) {
      if (empty === 'drop') return undefined;
      continue;
    }
    if (found === undefined) throw absent(template, block, reference);
    if (Array.isArray(found))
      throw new RenderError(template, block, `the list "${reference.name}" stands inside other text`);
    text += formatScalar(found as Exclude<BoundValue, readonly unknown[]>);
  }
  return text + template.slice(at);
}

function referenceIn(template: string, block: Block): Reference {
  if (typeof block.reference !== 'string') return block.reference;
  throw new RenderError(template, block, faultWords(block.reference, block).message);
}

function absent(template: string, block: Block, { name }: Reference): RenderError {
  return new RenderError(template, block, `the argument "${name}" has no value`);
}

function isEmpty(value: BoundValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
