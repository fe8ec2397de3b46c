import type { BinaryOperator } from '../syntax/node.ts';
import { describeKinds, type Kinds, LIST, NUMBER, OBJECT, STRING } from '../values/kind.ts';

export interface Fault {
  readonly message: string;
  readonly hint?: string;
}

/** Says when no two values of these kinds fit an operator. */
export function operandFault(operator: BinaryOperator, left: Kinds, right: Kinds): Fault | undefined {
  switch (operator) {
    case 'and':
    case 'or':
    case '==':
    case '!=':
      return undefined;
    case 'in':
      return membershipFault(left, right);
    case '+':
      return fits(left, right, [NUMBER, STRING, LIST])
        ? undefined
        : mismatch(operator, 'cannot take', left, right);
    case '-':
    case '*':
    case '/':
    case '%':
      return fits(left, right, [NUMBER]) ? undefined : mismatch(operator, 'cannot take', left, right);
    default: {
      const verb = 'orders two numbers or two texts, not';
      return fits(left, right, [NUMBER, STRING]) ? undefined : mismatch(operator, verb, left, right);
    }
  }
}

const fits = (left: Kinds, right: Kinds, families: readonly Kinds[]): boolean =>
  families.some((family) => (left & family) !== 0 && (right & family) !== 0);

function mismatch(operator: BinaryOperator, verb: string, left: Kinds, right: Kinds): Fault {
  const message = `"${operator}" ${verb} ${describeKinds(left)} and ${describeKinds(right)}`;
  const isTextAndNumber =
    fits(left | right, left | right, [NUMBER]) && ((left | right) & ~(NUMBER | STRING)) === 0;
  if (!isTextAndNumber || left === right) return { message };
  const hint = operator === '+' ? 'write string(…) around the number' : 'write number(…) around the text';
  return { message, hint };
}

function membershipFault(wanted: Kinds, whole: Kinds): Fault | undefined {
  if ((whole & (LIST | OBJECT | STRING)) === 0) {
    return { message: `"in" looks into a list, an object or text, not ${describeKinds(whole)}` };
  }
  if ((whole & LIST) !== 0 || (wanted & STRING) !== 0) return undefined;
  const place = (whole & OBJECT) === 0 ? 'text holds only text' : 'the keys of an object are text';
  return { message: `${place}, not ${describeKinds(wanted)}` };
}
