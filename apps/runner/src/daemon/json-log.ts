import { redactText } from '@packwright/engine';

export type LogLevel = 'info' | 'warning' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Where the daemon says what it does. */
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

/**
 * One JSON object a line: `time`, `level`, `message` and what belongs to it. Every text is masked by the rules that mask
 * outputs: what packs and programs write, and errors quote, may hold a secret.
 */
export const jsonLog =
  (write: (line: string) => void): Log =>
  (level, message, fields = {}) => {
    const shown = Object.entries(fields).map(([name, value]) => [name, masked(value)]);
    const head = { time: new Date().toISOString(), level, message: redactText(message) };
    write(`${JSON.stringify({ ...head, ...Object.fromEntries(shown) })}\n`);
  };

function masked(value: LogFields[string]): LogFields[string] {
  if (typeof value === 'string') return redactText(value);
  return typeof value === 'object' && value !== null ? value.map(redactText) : value;
}
