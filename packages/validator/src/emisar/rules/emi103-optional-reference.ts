import type { EmisarActionDocument } from '@packwright/schema/emisar';
import type { Fix, TextEdit } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../source/span.ts';
import { type LocatedDocument, spanAt } from '../../structure/document.ts';
import { argumentOf } from '../argument-of.ts';
import { quote } from '../arguments/quote.ts';
import { type PlacedReference, referencesOf } from '../references-of.ts';
import type { EmisarRule } from '../rule.ts';

const MOST_PLACES = 64;
const MOST_CHARACTERS = 65_536;

/** specs/emisar 3.2. */
export const emi103: EmisarRule = {
  code: 'EMI103',
  name: 'optional-reference',
  severity: 'warning',
  summary: 'A template needs an argument that a call may leave out.',
  why: 'The pack loads, and every call without the argument fails when its command line is put together.',
  *check({ actions }) {
    for (const { document, action } of actions) {
      for (const [name, needed] of neededArguments(action)) {
        const [first, ...others] = needed.map((reference) => blockSpan(document, reference));
        if (!first) continue;
        const fix = needed.length < MOST_PLACES ? markOptional(document, name, needed) : undefined;
        yield {
          file: document.file,
          span: first.span,
          message: `a call without the optional argument ${quote(name)} fails here`,
          hint: `write "{{ args.${name}? }}", or give ${quote(name)} a default`,
          related: others.map(({ span }) => ({ file: document.file, span, message: 'and here' })),
          ...(fix ? { fix } : {}),
        };
      }
    }
  },
};

/** The references without `?` to arguments that a call may leave out, by their names. */
function neededArguments(action: EmisarActionDocument): ReadonlyMap<string, readonly PlacedReference[]> {
  const needed = new Map<string, PlacedReference[]>();
  for (const reference of referencesOf(action)) {
    if (reference.isOptional) continue;
    const arg = argumentOf(action, reference.name);
    if (!arg || arg.required === true || (arg.default !== undefined && arg.default !== null)) continue;
    needed.set(arg.name, [...(needed.get(arg.name) ?? []), reference].slice(0, MOST_PLACES));
  }
  return needed;
}

/** Puts the `?` behind every name; nothing where a block is written in another way than it reads. */
function markOptional(
  document: LocatedDocument<unknown>,
  name: string,
  needed: readonly PlacedReference[],
): Fix | undefined {
  const edits: TextEdit[] = [];
  for (const reference of needed) {
    const { span, isExact } = blockSpan(document, reference);
    if (!isExact) return undefined;
    const at = span.start + document.text.slice(span.start, span.end).lastIndexOf(name) + name.length;
    edits.push({ file: document.file, span: { start: at, end: at }, newText: '?' });
  }
  return { title: `write {{ args.${name}? }}`, edits };
}

/** Where a block stands in the file; the whole template where its source spells the block in another way. */
function blockSpan(
  document: LocatedDocument<unknown>,
  { template, start, end, path }: PlacedReference,
): { readonly span: Span; readonly isExact: boolean } {
  const whole = spanAt(document, path);
  const source = document.text.slice(whole.start, whole.end);
  const block = template.slice(start, end);
  if (template.length > MOST_CHARACTERS || occurrences(source, block) !== occurrences(template, block)) {
    return { span: { start: whole.start, end: whole.end }, isExact: false };
  }
  const before = occurrences(template.slice(0, start), block);
  let at = source.indexOf(block);
  for (let skipped = 0; skipped < before; skipped++) at = source.indexOf(block, at + block.length);
  return { span: { start: whole.start + at, end: whole.start + at + block.length }, isExact: true };
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;
