import type { Content } from '@packwright/schema/views';
import { foldWhitespace } from '@packwright/values';
import { shebangOf } from '../scripts/shebang.ts';
import { DIRECTORIES } from './anatomy/limits.ts';
import type { PackedEntry } from './packed.ts';

type PackedFile = Extract<PackedEntry, { kind: 'file' }>;

/** What of the facet the packed entries tell. */
export function contentOf(
  entries: readonly PackedEntry[],
): Omit<Content, 'behaviorBytes' | 'stripped' | 'suggestions'> {
  const files = entries.filter((entry): entry is PackedFile => entry.kind === 'file');
  const under = (directory: (typeof DIRECTORIES)[number]) =>
    files.filter(({ path }) => path.startsWith(`${directory}/`));
  const paths = (some: readonly PackedFile[]) => some.map(({ path }) => path);
  return {
    directories: DIRECTORIES.filter((name) => entries.some(({ path }) => path === name)),
    guides: under('guides').map(({ path, bytes }) => ({ path, title: headingOf(bytes) ?? path })),
    scripts: under('scripts').map(({ path, bytes }) => ({ path, interpreter: shebangOf(bytes) ?? '' })),
    templates: paths(under('templates')),
    data: paths(under('data')),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

/** A heading further down is none of the whole guide. */
const FAR = 4_096;

function headingOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, FAR));
  return foldWhitespace(/^# +(.+?)[ #]*$/m.exec(start)?.[1] ?? '') || undefined;
}
