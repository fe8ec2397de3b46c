import type { YamlNode } from '../source/yaml-node.ts';
import type { Path } from './locator.ts';
import type { Shape } from './shape.ts';

/** The author's own text in quotes, shortened when it is long. */
export function quote(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return JSON.stringify(shown);
}

/** How a type is called, and what to write for it. */
export function describeType(shape: Shape): { noun: string; advice: string; example: string } {
  switch (shape.kind) {
    case 'text':
      return {
        noun: 'text',
        advice: 'text, in quotes when it looks like something else',
        example: shape.values.find((value) => value !== '') ?? '…',
      };
    case 'integer':
      return { noun: 'a whole number', advice: 'a whole number, without quotes or separators', example: '1' };
    case 'number':
      return { noun: 'a number', advice: 'a number, without quotes', example: '1' };
    case 'boolean':
      return { noun: 'true or false', advice: 'true or false', example: 'false' };
    case 'list':
      return { noun: 'a list', advice: 'a list: one "- " line per entry, or [a, b]', example: '[…]' };
    case 'map':
    case 'struct':
      return { noun: 'a mapping', advice: 'a mapping: indented "key: value" lines', example: '{…}' };
    case 'any':
      return { noun: 'a value', advice: 'a value', example: '…' };
  }
}

/** What stands in the text, for "`x` is …". */
export function render(value: unknown, node: YamlNode | undefined): string {
  const target = node?.kind === 'alias' ? node.target : node;
  if (target?.kind === 'map') return 'a mapping';
  if (target?.kind === 'seq') return 'a list';
  if (target?.kind === 'scalar') {
    const text = quote(target.value);
    return target.style === 'plain' && typeof value !== 'string' ? target.value : `the text ${text}`;
  }
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

/** Where a key that is unknown here has its place, when there is exactly one: `under "execution"`. */
export function homeOf(key: string, shape: Shape, from: Path): string | undefined {
  const homes = [...places(key, shape, [])].filter((path) => path.join('.') !== from.map(String).join('.'));
  if (homes.length !== 1) return undefined;
  const [home] = homes as [string[]];
  return home.length === 0 ? 'at the top level' : `under "${home.join('.')}"`;
}

function* places(key: string, shape: Shape, path: string[]): Generator<string[]> {
  if (shape.kind === 'list') yield* places(key, shape.item, [...path.slice(0, -1), `${path.at(-1)}[]`]);
  if (shape.kind !== 'struct') return;
  if (shape.fields.has(key)) yield path;
  for (const [name, field] of shape.fields) yield* places(key, field.shape, [...path, name]);
}
