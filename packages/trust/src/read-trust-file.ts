import { misfitOf } from '@packwright/schema/form';
import { jsonLine, parseJsonText } from '@packwright/values';
import { trustFileForm } from './forms.ts';
import type { TrustFile } from './trust-file.ts';
import { done, type Outcome, refused } from './trust-problem.ts';

/**
 * Reads a trust file; one that is damaged trusts nothing, and is never taken for an empty one. The name is that by which
 * people find it.
 */
export function readTrustFile(text: string, name = 'trust.json'): Outcome<TrustFile> {
  const value = parseJsonText(text);
  const path = misfitOf(trustFileForm, value);
  if (!path) return done(value as TrustFile);
  const place = path.length > 0 ? ` at "${path.join('.')}"` : '';
  return refused(
    'file_malformed',
    `${name}:${jsonLine(text, path)}: the trust file is damaged${place}`,
    'put back a copy, or move it away and trust each pack again',
  );
}

/** The text of a trust file, as `readTrustFile` reads it. */
export const writeTrustFile = (file: TrustFile): string => `${JSON.stringify(file, null, 2)}\n`;
