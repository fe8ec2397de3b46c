import { closest } from '@packwright/values';
import { coerce } from './coerce.ts';
import { violations } from './constraints.ts';
import { type ArgumentDeclaration, isArgumentType } from './declaration.ts';
import type { ValueProblem } from './problem.ts';
import { quote } from './quote.ts';

/** One reason why a set of arguments is refused, and the argument it is about. */
export interface ArgumentProblem extends Omit<ValueProblem, 'code'> {
  readonly arg: string;
  readonly code: ValueProblem['code'] | 'unknown_arg' | 'required';
}

/** Every constraint that a value breaks, path rules aside: those depend on the machine. Needs a sound declaration. */
export function* checkValue(declaration: ArgumentDeclaration, value: unknown): Generator<ValueProblem> {
  if (!isArgumentType(declaration.type)) return;
  const coerced = coerce(declaration.type, value);
  if (coerced.ok) yield* violations(declaration, coerced.value);
  else yield coerced.problem;
}

/**
 * Holds the arguments of an example against all declarations, path rules aside; defaults are judged on their own.
 * Needs sound declarations.
 */
export function* checkArguments(
  declarations: readonly ArgumentDeclaration[],
  args: Readonly<Record<string, unknown>>,
): Generator<ArgumentProblem> {
  const names = declarations.map(({ name }) => name);
  for (const arg of Object.keys(args)) {
    if (!names.includes(arg)) yield unknownArgument(arg, names);
  }
  for (const declaration of declarations) {
    const { name: arg, required } = declaration;
    if (Object.hasOwn(args, arg)) {
      for (const problem of checkValue(declaration, args[arg])) yield { arg, ...problem };
    } else if (required) {
      yield missingArgument(arg);
    }
  }
}

export function unknownArgument(arg: string, names: readonly string[]): ArgumentProblem {
  const near = closest(arg, names);
  return {
    arg,
    code: 'unknown_arg',
    message: 'is not declared',
    ...(near !== undefined && { hint: `did you mean ${quote(near)}?` }),
  };
}

export function missingArgument(arg: string): ArgumentProblem {
  return { arg, code: 'required', message: 'is required' };
}
