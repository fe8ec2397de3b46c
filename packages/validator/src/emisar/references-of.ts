import type { EmisarActionDocument } from '@packwright/schema/emisar';
import type { Path } from '../structure/locator.ts';
import { argvOf } from './rule.ts';
import { parseTemplate } from './template/parse-template.ts';

/** One `{{ … }}` of an action's command line or environment. */
export interface PlacedReference {
  /** The argument it names; undefined for a block that is no reference. */
  readonly name: string | undefined;
  readonly isOptional: boolean;
  /** The template's place in the action. */
  readonly path: Path;
  /** The template's text, and where the block stands in it. */
  readonly template: string;
  readonly start: number;
  readonly end: number;
  /** Whether the template is nothing but this block. */
  readonly isWhole: boolean;
}

const known = new WeakMap<EmisarActionDocument, readonly PlacedReference[]>();

/** Every block that the runner fills in for an action: those of argv, then those of env. */
export function referencesOf(action: EmisarActionDocument): readonly PlacedReference[] {
  const cached = known.get(action);
  if (cached) return cached;
  const { argv, path } = argvOf(action);
  const references = [
    ...argv.flatMap((text, index) => blocksOf(text, [...path, index])),
    ...Object.entries(action.execution.env ?? {}).flatMap(([key, text]) =>
      blocksOf(text, ['execution', 'env', key]),
    ),
  ];
  known.set(action, references);
  return references;
}

function blocksOf(template: string, path: Path): readonly PlacedReference[] {
  if (!template.includes('{{')) return [];
  const { blocks, isWhole } = parseTemplate(template);
  return blocks.map(({ start, end, reference }) => {
    const known = typeof reference === 'string' ? undefined : reference;
    return { name: known?.name, isOptional: known?.isOptional === true, path, template, start, end, isWhole };
  });
}
