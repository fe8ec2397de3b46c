import { closest, compilePattern } from '@packwright/values';
import { patternRemedy } from '../pattern-remedy.ts';
import { checkBounds, checkDurations, checkItems } from './check-bounds.ts';
import { checkChoices } from './check-choices.ts';
import {
  ARGUMENT_TYPES,
  type ArgumentDeclaration,
  isArgumentType,
  isSet,
  PATH_LISTS,
  TEXTUAL,
} from './declaration.ts';
import { type Checked, type DeclarationProblem, onType, type Spelling } from './declaration-problem.ts';
import { shapeFaults } from './declaration-shape.ts';
import { quote } from './quote.ts';

/** Every fault of one declaration; a pack with any is refused. */
export function* checkDeclaration(
  declaration: ArgumentDeclaration,
  spelling: Spelling = () => undefined,
): Generator<DeclarationProblem> {
  let readable = true;
  for (const { path, expected } of shapeFaults(declaration)) {
    readable = false;
    yield { kind: 'shape', path, message: `${quote(path.join('.') || 'args')} is not ${expected}` };
  }
  if (!readable) return;
  const { name, type, required, default: preset } = declaration;
  if (!name) yield { kind: 'name-empty', path: ['name'], message: 'the argument has no name' };
  if (required && isSet(preset)) {
    yield {
      kind: 'default-of-required',
      path: ['default'],
      message: 'a required argument has a default, which could never be used',
      hint: 'remove `default`, or `required: true`',
    };
  }
  if (!isArgumentType(type)) {
    yield unknownType(type);
    return;
  }
  const checked = { type, rules: declaration.validation ?? {}, spelling };
  yield* checkChoices(checked);
  yield* checkText(checked);
  yield* checkBounds(checked);
  yield* checkItems(checked);
  yield* checkDurations(checked);
  yield* checkPaths(checked);
}

function unknownType(type: string | undefined): DeclarationProblem {
  const near = closest(type ?? '', ARGUMENT_TYPES);
  return {
    kind: 'type-unknown',
    path: ['type'],
    message: type ? `${quote(type)} is not a type of argument` : 'the argument has no type',
    hint: near ? `did you mean ${quote(near)}?` : `use one of ${ARGUMENT_TYPES.join(', ')}`,
  };
}

function* checkText({ type, rules }: Checked): Generator<DeclarationProblem> {
  const { pattern, max_length: most } = rules;
  if (pattern) {
    const path = ['validation', 'pattern'];
    if (type !== 'string' && type !== 'path')
      yield { kind: 'pattern-on-type', path, ...onType('pattern', 'string and path', type) };
    const compiled = compilePattern(pattern);
    if (!compiled.ok) {
      const { fault, reason, place } = compiled;
      yield {
        kind: 'pattern-syntax',
        path,
        message: `the pattern ${quote(pattern)} ${reason}`,
        hint: patternRemedy(fault, 'value'),
        ...(place && { place }),
      };
    }
  }
  if (!isSet(most)) return;
  const path = ['validation', 'max_length'];
  if (!TEXTUAL.has(type))
    yield {
      kind: 'max-length-on-type',
      path,
      ...onType('max_length', 'string, path and string_array', type),
    };
  else if (most <= 0)
    yield {
      kind: 'max-length-not-positive',
      path,
      message: `\`max_length\` is ${most}, which is not positive`,
    };
}

function* checkPaths({ type, rules }: Checked): Generator<DeclarationProblem> {
  if (TEXTUAL.has(type)) return;
  for (const list of PATH_LISTS) {
    if ((rules[list]?.length ?? 0) === 0) continue;
    yield {
      kind: 'paths-on-type',
      path: ['validation', list],
      ...onType(list, 'string, path and string_array', type),
    };
  }
}
