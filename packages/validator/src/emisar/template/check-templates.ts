import { closest, compareUtf8 } from '@packwright/values';
import { type ArgumentDeclaration, LISTS } from '../arguments/declaration.ts';
import { quote } from '../arguments/quote.ts';
import { argvBlocksOf, type Block, type BlockFault, blocksOf, isWhole } from './parse-template.ts';
import { faultWords } from './words.ts';

/** Where a template stands: an element of argv, or the value of an environment variable. */
export type TemplatePlace =
  | { readonly kind: 'argv'; readonly index: number }
  | { readonly kind: 'env'; readonly key: string };

/** One block that cannot be filled in, whatever a caller sends; `[start, end)` is in the template's text. */
export interface TemplateProblem {
  readonly place: TemplatePlace;
  readonly start: number;
  readonly end: number;
  readonly kind: BlockFault | 'undeclared' | 'list-in-text';
  /** The argument that the block names, where it names one. */
  readonly name?: string;
  readonly message: string;
  readonly hint: string;
}

const LONGEST_EXPRESSION = 200;

type Found = Omit<TemplateProblem, 'place'>;

/** Holds every block of a command line and its environment against the declared arguments, argv first, env by key. */
export function* checkTemplates(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  declarations: readonly Pick<ArgumentDeclaration, 'name' | 'type'>[],
): Generator<TemplateProblem> {
  const types = new Map(declarations.map(({ name, type }) => [name, type]));
  for (const [index, text] of argv.entries()) {
    if (!text.includes('{{')) continue;
    for (const problem of blockProblems(text, types, 'splice'))
      yield { place: { kind: 'argv', index }, ...problem };
  }
  const keys = Object.keys(env).filter((key) => env[key]?.includes('{{'));
  for (const key of keys.sort(compareUtf8)) {
    for (const problem of blockProblems(env[key] ?? '', types, 'text'))
      yield { place: { kind: 'env', key }, ...problem };
  }
}

/** The names that a template refers to, in order and as often as it does; blocks at fault are left out. */
export function* referencedNames(text: string): Generator<string> {
  for (const { reference } of blocksOf(text)) if (typeof reference !== 'string') yield reference.name;
}

function* blockProblems(
  text: string,
  types: ReadonlyMap<string, string>,
  whole: 'splice' | 'text',
): Generator<Found> {
  for (const block of whole === 'splice' ? argvBlocksOf(text) : blocksOf(text)) {
    const { start, end, reference } = block;
    if (typeof reference === 'string') {
      const meant = nameMeantBy(block, types);
      yield { start, end, kind: reference, ...faultWords(reference, block, meant) };
      continue;
    }
    const { name } = reference;
    const type = types.get(name);
    if (type === undefined) yield undeclared(block, name, types);
    else if (LISTS.has(type) && !(whole === 'splice' && isWhole(text))) yield listInText(block, name, whole);
  }
}

/** The argument of which a block that is no reference speaks in some other language. */
function nameMeantBy({ expression }: Block, types: ReadonlyMap<string, string>): string | undefined {
  const words = expression.slice(0, LONGEST_EXPRESSION).match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? [];
  return words.find((word) => types.has(word));
}

function undeclared({ start, end }: Block, name: string, types: ReadonlyMap<string, string>): Found {
  const near = closest(name, types.keys());
  const hint = near === undefined ? 'declare it under `args`' : `did you mean "args.${near}"?`;
  return { start, end, kind: 'undeclared', name, message: `${quote(name)} is not a declared argument`, hint };
}

function listInText({ start, end }: Block, name: string, whole: 'splice' | 'text'): Found {
  const where = whole === 'splice' ? 'inside other text' : 'in an environment variable';
  const hint =
    whole === 'splice'
      ? 'make the block an element of its own; its items become elements'
      : 'only argv takes lists';
  return { start, end, kind: 'list-in-text', name, message: `the list ${quote(name)} stands ${where}`, hint };
}
