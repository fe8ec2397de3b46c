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
      return mismatch(operator, 'cannot take', left, right, [NUMBER, STRING, LIST]);
    case '-':
    case '*':
    case '/':
    case '%':
      return mismatch(operator, 'cannot take', left, right, [NUMBER]);
    default:
      return mismatch(operator, 'orders two numbers or two texts, not', left, right, [NUMBER, STRING]);
  }
}

function mismatch(
  operator: BinaryOperator,
  verb: string,
  left: Kinds,
  right: Kinds,
  families: readonly Kinds[],
): Fault | undefined {
  if (families.some((family) => (left & family) !== 0 && (right & family) !== 0)) return undefined;
  const all = families.reduce((kinds, family) => kinds | family, 0);
  const unfit = [left, right].filter((kinds) => (kinds & all) === 0);
  const [first = left, second = right] = unfit;
  const isOne = unfit.length === 1 || (unfit.length === 2 && first === second);
  const what = isOne ? describeKinds(first) : `${describeKinds(first)} and ${describeKinds(second)}`;
  const hint = conversion(operator, left, right);
  return { message: `"${operator}" ${verb} ${what}`, ...(hint !== undefined && { hint }) };
}

/** What makes a text and a number fit each other. */
function conversion(operator: BinaryOperator, left: Kinds, right: Kinds): string | undefined {
  const isText = [left, right].map((kinds) => (kinds & ~STRING) === 0);
  const isNumber = [left, right].map((kinds) => (kinds & ~NUMBER) === 0);
  if (!(isText[0] && isNumber[1]) && !(isText[1] && isNumber[0])) return undefined;
  return operator === '+' ? 'write string(…) around the number' : 'write number(…) around the text';
}

function membershipFault(wanted: Kinds, whole: Kinds): Fault | undefined {
  if ((whole & (LIST | OBJECT | STRING)) === 0) {
    return { message: `"in" looks into a list, an object or text, not ${describeKinds(whole)}` };
  }
  if ((whole & LIST) !== 0 || (wanted & STRING) !== 0) return undefined;
  const place = (whole & OBJECT) === 0 ? 'text holds only text' : 'the keys of an object are text';
  return { message: `${place}, not ${describeKinds(wanted)}` };
}
