import { quote } from '../quote.ts';

/** What stands at a place, for "… is …". */
export function typeOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? `the text ${quote(value)}` : String(value);
}

/** How a type of the schema is called. */
export function noun(type: string): string {
  if (type === 'string') return 'text';
  if (type === 'array') return 'a list';
  if (type === 'object' || type === 'record') return 'a mapping';
  if (type === 'boolean') return 'true or false';
  if (type === 'null') return 'null';
  return type === 'int' ? 'a whole number' : 'a number';
}

/** What to write for a type, in place of a value. */
export function advice(type: string, value: unknown): string {
  if (type === 'array' && typeof value === 'string') return `write it as a list: [${quote(value)}]`;
  const isBare = type === 'boolean' || (['number', 'int'].includes(type) && typeof value === 'string');
  return `write ${noun(type)}${isBare ? ', without quotes' : ''}`;
}
