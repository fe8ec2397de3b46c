import { type ExactJson, ExactNumber, type ExactObject } from '@packwright/values';
import { jsonDocument } from './json.ts';
import { plainNumber } from './plain-number.ts';

const PREFIX = 'ATTUNE_ACTION_';
/** What the runner of that era set itself (spec 3.2). */
const RESERVED = new Set([`${PREFIX}REF`, `${PREFIX}ID`]);

/** The variables of `env` delivery, or the parameter that cannot be one and why. */
export type EnvironmentVariables =
  | { readonly ok: true; readonly variables: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly arg: string; readonly message: string };

/** Each parameter as `ATTUNE_ACTION_` and its name in capitals, whatever else is in the name (spec 3.2). */
export function environmentVariables(parameters: ExactObject): EnvironmentVariables {
  const variables: Record<string, string> = {};
  for (const [arg, value] of parameters) {
    const name = PREFIX + arg.toUpperCase();
    const text = textOf(value);
    const fault = faultOf(name, text, variables);
    if (fault !== undefined) return { ok: false, arg, message: fault };
    variables[name] = text;
  }
  return { ok: true, variables };
}

function faultOf(name: string, text: string, taken: Readonly<Record<string, string>>): string | undefined {
  if (/[=\0]/.test(name)) return 'has a name that no environment variable can have';
  if (text.includes('\0')) return 'holds a zero byte, which no environment variable can';
  if (RESERVED.has(name)) return `would be delivered as "${name}", which the runner sets itself`;
  if (Object.hasOwn(taken, name)) return `would be delivered as "${name}", as another parameter is`;
  return undefined;
}

function textOf(value: ExactJson): string {
  if (typeof value === 'string') return value;
  return value instanceof ExactNumber ? plainNumber(value) : jsonDocument(value);
}
