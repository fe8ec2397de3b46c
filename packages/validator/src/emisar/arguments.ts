// Spec sections 4.1 to 4.7. The runner and the loader share every step except path rules, which need a machine.
import { ExactJsonError, type ExactObject, parseExactJson } from '@packwright/values';
import type { BoundArguments, BoundValue } from './arguments/bound-value.ts';
import { type ArgumentProblem, missingArgument, unknownArgument } from './arguments/check-arguments.ts';
import { checkDeclaration } from './arguments/check-declaration.ts';
import { coerce } from './arguments/coerce.ts';
import { violations } from './arguments/constraints.ts';
import { type ArgumentDeclaration, type ArgumentType, hasPathRules } from './arguments/declaration.ts';
import type { HostPaths } from './arguments/host-paths.ts';
import { PathRules } from './arguments/path-rules.ts';
import type { ValueProblem } from './arguments/problem.ts';
import { protectedRootProblem } from './arguments/protected-roots.ts';
import { quote } from './arguments/quote.ts';

/** `schema`: the declarations are faulty. `json`: the text is not one JSON object. The others are the runner's own. */
export type ArgumentErrorCode = ArgumentProblem['code'] | 'schema' | 'json';

/** The first thing that is wrong; `arg` is empty when it is about no single argument. */
export interface ArgumentError {
  readonly arg: string;
  readonly code: ArgumentErrorCode;
  readonly message: string;
}

export type BindResult =
  | { readonly ok: true; readonly value: BoundArguments }
  | { readonly ok: false; readonly error: ArgumentError };

type Bound = { readonly value: BoundValue } | { readonly problem: ValueProblem };

/**
 * Turns a caller's JSON into the values that templates may use, or says what comes first to forbid it.
 * Faulty declarations are refused before the JSON is looked at. Never throws.
 */
export function bindArguments(
  declarations: readonly ArgumentDeclaration[],
  argumentsJson: string,
  host: HostPaths,
): BindResult {
  const fault = declarationFault(declarations);
  if (fault) return { ok: false, error: fault };
  const supplied = readSupplied(argumentsJson);
  if (!(supplied instanceof Map)) return { ok: false, error: supplied as ArgumentError };
  return bind(declarations, supplied, host);
}

function bind(
  declarations: readonly ArgumentDeclaration[],
  supplied: ExactObject,
  host: HostPaths,
): BindResult {
  const names = declarations.map(({ name }) => name);
  for (const arg of supplied.keys()) {
    if (!names.includes(arg)) return refused(unknownArgument(arg, names));
  }
  const values = new Map<string, BoundValue>();
  for (const declaration of declarations) {
    const { name: arg, required, sensitive, default: preset } = declaration;
    const isSupplied = supplied.has(arg);
    if (!isSupplied && required) return refused(missingArgument(arg));
    if (!isSupplied && (preset === null || preset === undefined)) continue;
    const bound = bindOne(declaration, isSupplied ? supplied.get(arg) : preset, host);
    if ('value' in bound) values.set(arg, bound.value);
    else if (isSupplied && sensitive) return withheld(arg, bound.problem);
    else return refused({ arg, ...bound.problem });
  }
  return { ok: true, value: values };
}

function bindOne(declaration: ArgumentDeclaration, raw: unknown, host: HostPaths): Bound {
  const coerced = coerce(declaration.type as ArgumentType, raw);
  if (!coerced.ok) return { problem: coerced.problem };
  for (const problem of violations(declaration, coerced.value)) return { problem };
  return isPathLike(declaration) ? bindPaths(declaration, coerced.value, host) : { value: coerced.value };
}

const isPathLike = (declaration: ArgumentDeclaration): boolean =>
  declaration.type === 'path' || hasPathRules(declaration);

function bindPaths(declaration: ArgumentDeclaration, value: BoundValue, host: HostPaths): Bound {
  const rules = hasPathRules(declaration) ? new PathRules(declaration.validation ?? {}, host) : undefined;
  if (typeof value === 'string') return bindPath(rules, value, host);
  const paths: string[] = [];
  for (const [index, item] of (value as readonly string[]).entries()) {
    const bound = bindPath(rules, item, host);
    if ('problem' in bound) return { problem: { ...bound.problem, index } };
    paths.push(bound.value);
  }
  return { value: paths };
}

function bindPath(
  rules: PathRules | undefined,
  path: string,
  host: HostPaths,
): { readonly value: string } | { readonly problem: ValueProblem } {
  const decision = rules?.decide(path) ?? { ok: true, path };
  if (!decision.ok) return { problem: decision };
  // As written and as resolved: either may be what the program opens.
  const problem = protectedRootProblem(path, host) ?? protectedRootProblem(decision.path, host);
  return problem ? { problem } : { value: decision.path };
}

function declarationFault(declarations: readonly ArgumentDeclaration[]): ArgumentError | undefined {
  if (!Array.isArray(declarations))
    return { arg: '', code: 'schema', message: 'the declarations are not a list' };
  const names = new Set<string>();
  for (const declaration of declarations) {
    const arg = typeof declaration?.name === 'string' ? declaration.name : '';
    for (const { message } of checkDeclaration(declaration)) {
      return { arg, code: 'schema', message: `${quote(arg)}: ${message}` };
    }
    if (names.has(arg)) return { arg, code: 'schema', message: `${quote(arg)} is declared twice` };
    names.add(arg);
  }
  return undefined;
}

function readSupplied(text: string): ExactObject | ArgumentError {
  try {
    const value = parseExactJson(text);
    // A caller that has no arguments may send null, as the runner's own protocol does.
    if (value === null) return new Map();
    if (value instanceof Map) return value;
    return { arg: '', code: 'json', message: 'the arguments are not an object' };
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    return {
      arg: '',
      code: 'json',
      message: `the arguments are not JSON: ${error.message} at offset ${error.offset}`,
    };
  }
}

function refused({ arg, code, index, message, hint }: ArgumentProblem): BindResult {
  const subject = index === undefined ? quote(arg) : `element ${index} of ${quote(arg)}`;
  const remedy = hint === undefined ? '' : ` (${hint})`;
  return { ok: false, error: { arg, code, message: `${subject} ${message}${remedy}` } };
}

/** The words of a refusal may hold the value; those of a sensitive one must not. */
function withheld(arg: string, { code }: ValueProblem): BindResult {
  return { ok: false, error: { arg, code, message: `rejected sensitive value (${code})` } };
}
