import { closest } from '@packwright/values';
import { membersOf, type Scope, variablesOf } from './environments.ts';
import { type Refusal, refusal } from './refusal.ts';
import { loopOf, methodCall, nodesOf, type SyntaxNode, usesOf, type VariableUse } from './syntax-tree.ts';

/** Names that exist, but not for every expression: what a reader has to know is why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  secrets: 'secrets are for the values of transforms only',
  credentials: 'credentials are for `auth` only',
  response: 'there is no response yet; only the `debit` of a counter reads it',
  workspace: 'a `debit` reads the request and the response only',
  task: 'a `debit` reads the request and the response only',
  now: 'a `debit` reads the request and the response only',
};

const TYPES = 'string bool int uint double map list bytes null_type type google'.split(' ');

/** The first name that means nothing, or nothing in this scope (specs/evershell 3.8). */
export function checkNames(tree: SyntaxNode, scope: Scope): Refusal | undefined {
  const loops = new Set(loopVariables(tree));
  for (const use of usesOf(tree)) {
    const refused = checkUse(use, scope, loops);
    if (refused) return refused;
  }
  return undefined;
}

function checkUse(use: VariableUse, scope: Scope, loops: ReadonlySet<string>): Refusal | undefined {
  const { variable, member, range, variableRange } = use;
  const variables = variablesOf(scope);
  if (!variables.includes(variable)) {
    if (Object.hasOwn(ELSEWHERE, variable)) {
      const code = scope === 'predicate' ? 'when_forbidden_identifier' : 'expression_forbidden_identifier';
      return refusal(code, `\`${variable}\` cannot be read here`, ELSEWHERE[variable] as string, range);
    }
    if (loops.has(variable) || TYPES.includes(variable)) return undefined;
    return unknown(variable, [...variables, ...loops], variableRange);
  }
  const members = membersOf(scope, variable);
  if (!members || member === undefined || members.includes(member)) return undefined;
  return unknown(
    `${variable}.${member}`,
    members.map((each) => `${variable}.${each}`),
    range,
  );
}

function unknown(name: string, known: readonly string[], range: VariableUse['range']): Refusal {
  const near = closest(name, known);
  const hint = near
    ? `did you mean \`${near}\`?`
    : `there is ${known.map((each) => `\`${each}\``).join(', ')}`;
  const refused = refusal('expression_unknown', `\`${name}\` is not known`, hint, range);
  return near ? { ...refused, details: { ...refused.details, instead: near } } : refused;
}

function* loopVariables(tree: SyntaxNode): Generator<string> {
  for (const node of nodesOf(tree)) {
    const variable = loopOf(node) && methodCall(node)?.args[0];
    if (variable?.op === 'id') yield String(variable.args);
  }
}

/** The secrets that an expression names, or the first use of one that no list could name (specs/evershell 3.10). */
export function secretsOf(tree: SyntaxNode): {
  readonly names: readonly string[];
  readonly refused?: Refusal;
} {
  const names: string[] = [];
  for (const { variable, member, range } of usesOf(tree)) {
    if (variable !== 'secrets') continue;
    if (member === undefined) {
      const hint = 'name it by a literal, such as `secrets["tenant-id"]`';
      return {
        names,
        refused: refusal('secret_dynamic', 'which secret is meant is not written here', hint, range),
      };
    }
    names.push(member);
  }
  return { names: [...new Set(names)] };
}

/** Whether an expression may read a member; a variable as a whole is all of its members. */
export function mayRead(tree: SyntaxNode, variable: string, member: string): boolean {
  for (const use of usesOf(tree)) {
    if (use.variable === variable && (use.member === undefined || use.member === member)) return true;
  }
  return false;
}

/** Whether an expression reads a variable at all. */
export function reads(tree: SyntaxNode, variable: string): boolean {
  for (const use of usesOf(tree)) if (use.variable === variable) return true;
  return false;
}
