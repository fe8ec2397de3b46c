import type { RunnableArg } from '@packwright/schema/views';
import { visible } from '@packwright/validator/render';

/** Arguments by name; those in brackets may be left out. */
export const argumentNames = (args: readonly RunnableArg[]): string =>
  args.map(({ name, required }) => (required ? visible(name) : `[${visible(name)}]`)).join(' ');
