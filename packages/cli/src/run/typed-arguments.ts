import type { RunnableArg } from '@packwright/schema/views';
import { UsageError } from '../usage-error.ts';

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/**
 * The arguments of `--arg name=value` as JSON text. How a value is read is what the action declares, never what it
 * looks like; one that does not fit stays text, and the action says why it refuses it.
 */
export function typedArguments(given: readonly string[], declared: readonly RunnableArg[]): string {
  const values = new Map<string, string[]>();
  for (const word of given) {
    const at = word.indexOf('=');
    if (at < 1) throw new UsageError(`"${word}" is no argument`, 'write --arg name=value');
    const name = word.slice(0, at);
    values.set(name, [...(values.get(name) ?? []), word.slice(at + 1)]);
  }
  const members = [...values].map(([name, words]) => {
    const type = declared.find((arg) => arg.name === name)?.type ?? 'string';
    return `${JSON.stringify(name)}:${jsonOf(name, type, words)}`;
  });
  return `{${members.join(',')}}`;
}

function jsonOf(name: string, type: string, words: readonly string[]): string {
  const element = /^(.*)_array$/.exec(type)?.[1];
  if (element !== undefined) return `[${words.map((word) => scalar(element, word)).join(',')}]`;
  const [word = '', another] = words;
  if (another !== undefined) {
    throw new UsageError(`"${name}" is given twice`, `it is of type "${type}", which takes one value`);
  }
  return scalar(type, word);
}

function scalar(type: string, word: string): string {
  if ((type === 'integer' || type === 'number') && NUMBER.test(word)) return word;
  if (type === 'boolean' && (word === 'true' || word === 'false')) return word;
  if ((type === 'array' || type === 'object') && isJson(word)) return word;
  return JSON.stringify(word);
}

function isJson(word: string): boolean {
  try {
    JSON.parse(word);
    return true;
  } catch {
    return false;
  }
}
