import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { publicKeyOf } from '@packwright/trust/signature';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The secret key in a file. Throws a `UsageError` for a file that holds none. */
export function secretKeyIn(name: string, { cwd }: Pick<Io, 'cwd'>): string {
  const text = readFileSync(resolve(cwd, name), 'utf8').trim();
  if (publicKeyOf(text) !== undefined) return text;
  throw new UsageError(`"${name}" holds no secret key`, '`packwright sign --new-key FILE` makes one');
}
