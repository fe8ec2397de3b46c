import type { ImageEntry, ImageFile } from '@packwright/image';
import type { Content } from '@packwright/schema/views';
import { foldWhitespace } from '@packwright/values';
import { shebangOf } from '../scripts/shebang.ts';
import { DIRECTORIES } from './anatomy/limits.ts';

/** What of the facet the packed entries tell. */
export function contentOf(
  entries: readonly ImageEntry[],
): Omit<Content, 'behaviorBytes' | 'stripped' | 'suggestions'> {
  const files = entries.filter((entry): entry is ImageFile => entry.kind === 'file');
  const under = (directory: (typeof DIRECTORIES)[number]) =>
    files.filter(({ path }) => path.startsWith(`${directory}/`));
  const paths = (some: readonly ImageFile[]) => some.map(({ path }) => path);
  return {
    directories: DIRECTORIES.filter((name) => entries.some(({ path }) => path === name)),
    guides: under('guides').map(({ path, bytes }) => ({ path, title: headingOf(bytes()) ?? path })),
    scripts: under('scripts').map(({ path, bytes }) => ({ path, interpreter: shebangOf(bytes()) ?? '' })),
    templates: paths(under('templates')),
    data: paths(under('data')),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}

/** A heading further down is none of the whole guide. */
const FAR = 4_096;

function headingOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, FAR));
  return foldWhitespace(/^# +(.+?)[ #]*$/m.exec(start)?.[1] ?? '') || undefined;
}
