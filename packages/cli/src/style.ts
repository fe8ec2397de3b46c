import { styleText } from 'node:util';
import { hasColour, type Io } from './io.ts';
import type { Output } from './output.ts';

type Look = Parameters<typeof styleText>[0];

export type Style = (look: Look, text: string) => string;

/** Gives text its look where the output has colour, and leaves it plain elsewhere. */
export function styleFor(io: Pick<Io, 'env'>, output: Output): Style {
  if (!hasColour(io, output)) return (_, text) => text;
  return (look, text) => styleText(look, text, { validateStream: false });
}
