import type { ParseResult } from '@marcbachmann/cel-js';
import { utf8Length } from '@packwright/values';
import { checkCalls, renameOwnMethods } from './calls.ts';
import { environmentOf, type Scope } from './environments.ts';
import { meterLoops } from './loops.ts';
import { metered } from './meter.ts';
import { checkNames, mayRead, reads, secretsOf } from './names.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type SyntaxNode, treeOf } from './syntax-tree.ts';
import { type SyntaxFault, syntaxWords } from './syntax-words.ts';
import { type InputSize, workOf } from './work.ts';

/** What an expression is evaluated on: the variables of its scope, and how much they hold. */
export interface ExpressionInput {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly size: InputSize;
}

/** A checked expression. */
export interface Expression {
  /** As its author wrote it. */
  readonly source: string;
  /** Whether it may look at the body of the request, so that it waits for it. */
  readonly readsRequestBody: boolean;
  readonly readsResponse: boolean;
  readonly readsResponseBody: boolean;
  /** The names of the secrets it takes. */
  readonly secrets: readonly string[];
  /** Its value. Throws whatever goes wrong: a missing member, an overflow, a cost limit. */
  evaluate(input: ExpressionInput): unknown;
}

/** The types of results that a place takes, by the CEL library's names for them; `dyn` is known only later. */
export type ResultType = 'bool' | 'int' | 'uint' | 'double' | 'string' | 'null' | 'list' | 'map' | 'dyn';

export type CompiledExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly refusal: Refusal };

const MOST_BYTES = 2048;

/** Compiles the source of one expression (specs/evershell 3.8). */
export function compileExpression(
  source: string,
  scope: Scope,
  results: readonly ResultType[],
): CompiledExpression {
  if (utf8Length(source) > MOST_BYTES) {
    const message = `${utf8Length(source)} bytes, more than ${MOST_BYTES}`;
    return refused(refusal('expression_limit', message, 'split it, or write less'));
  }
  const parsed = parse(source, scope);
  if ('code' in parsed) return refused(parsed);
  const tree = treeOf(parsed);
  const secrets = secretsOf(tree);
  const fault =
    checkNames(tree, scope) ??
    secrets.refused ??
    checkCalls(tree) ??
    checkTypes(parsed, tree, scope, results);
  if (fault) return refused(fault);
  meterLoops(tree);
  return { ok: true, expression: expressionOf(source, parsed, tree, secrets.names) };
}

function parse(source: string, scope: Scope): ParseResult | Refusal {
  try {
    return environmentOf(scope).parse(source);
  } catch (error) {
    const fault = faultOf(error);
    if (!/^exceeded/.test(fault.message)) {
      const { message, hint, range } = syntaxWords(source, fault);
      return refusal('expression_syntax', message, hint, range);
    }
    const { range } = fault;
    return refusal('expression_limit', 'larger than an expression may be', 'split it into several', range);
  }
}

function checkTypes(
  parsed: ParseResult,
  tree: SyntaxNode,
  scope: Scope,
  results: readonly ResultType[],
): Refusal | undefined {
  renameOwnMethods(tree);
  const checked = parsed.check();
  if (!checked.valid) {
    const { message, range } = faultOf(checked.error);
    return refusal('expression_type', message, 'compare and call what has the fitting type', range);
  }
  const type = (checked.type ?? 'dyn').replace(/<.*$/s, '') as ResultType;
  if (results.includes(type)) return undefined;
  if (scope === 'predicate') {
    const hint = type === 'dyn' ? 'compare it, such as with `== true`' : 'compare it with a value';
    return refusal('when_not_boolean', `gives ${type}, not true or false`, hint, tree);
  }
  return refusal(
    'expression_type',
    `gives ${type}`,
    `give ${results.filter((each) => each !== 'dyn').join(', ')}`,
    tree,
  );
}

function expressionOf(
  source: string,
  parsed: ParseResult,
  tree: SyntaxNode,
  secrets: readonly string[],
): Expression {
  const work = workOf(tree);
  return {
    source,
    readsRequestBody: mayRead(tree, 'request', 'body'),
    readsResponse: reads(tree, 'response'),
    readsResponseBody: mayRead(tree, 'response', 'body'),
    secrets,
    evaluate: ({ variables, size }) => metered(size, work, () => parsed(variables)),
  };
}

/** The library's own words, in the form of ours. */
function faultOf(error: unknown): SyntaxFault {
  const { code, summary, message, range } = error as Partial<SyntaxFault> & { summary?: string };
  const text = summary ?? message ?? String(error);
  return { code, message: text.slice(0, 1).toLowerCase() + text.slice(1), range };
}

function refused(fault: Refusal): CompiledExpression {
  return { ok: false, refusal: fault };
}
