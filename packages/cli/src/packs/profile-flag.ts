import { UsageError } from '../usage-error.ts';

/** `--profile`, alike in every command that opens packs. */
export const profileFlag = {
  type: 'string',
  value: 'NAME',
  describe: 'read formats that have several profiles by this one (default: the pack tells)',
} as const;

/** What `--profile` asks of opening a pack; a word that no format knows is wrong usage. */
export async function profileOptions(word: string | undefined): Promise<{ readonly profile?: string }> {
  if (word === undefined) return {};
  const { formats } = await import('@packwright/validator');
  const among = [...new Set(formats.flatMap(({ profiles }) => profiles))];
  if (among.includes(word)) return { profile: word };
  const hint = `it takes one of ${among.join(', ')}`;
  throw new UsageError(`"${word}" is no value of "--profile"`, hint, { word, among });
}
