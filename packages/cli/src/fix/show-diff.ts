import { visible } from '@packwright/validator/render';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Style } from '../style.ts';
import type { ChangedFile } from './fix-pack.ts';

/** The change as a unified diff that `patch -p1` and `git apply` take from the working directory. */
export function patchOf(pack: string, { path, before, after }: ChangedFile): string {
  const file = pack === '.' ? path : `${pack}/${path}`;
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** The diff for a terminal: in colour, and with nothing in it that would steer the terminal. */
export function shownPatch(patch: string, style: Style): string {
  const lines = patch.split('\n').map((line) => {
    const safe = line.replace(/\r$/, '').split('\t').map(visible).join('\t');
    if (line.startsWith('---') || line.startsWith('+++')) return style('bold', safe);
    if (line.startsWith('@@')) return style('cyan', safe);
    if (line.startsWith('+')) return style('green', safe);
    return line.startsWith('-') ? style('red', safe) : safe;
  });
  return lines.join('\n');
}
