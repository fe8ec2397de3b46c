import { loadPack } from '@packwright/engine';
import { environmentsOf } from '@packwright/engine/attune';
import { visible } from '@packwright/validator/render';
import type { Style } from '../style.ts';

/** What the pack in a directory asks to be installed beside it, and what pins that; empty for nothing. */
export async function packageLines(location: string, style: Style): Promise<string> {
  const loaded = await loadPack(location);
  const needs = loaded.ok ? environmentsOf(loaded.pack) : [];
  if (needs.length === 0) return '';
  const rows = needs.map(({ manifest, lock }) => {
    const pinned = lock ? `pinned by ${lock.file}` : 'pinned by nothing: see `packwright env lock`';
    return `  ${visible(manifest)}  ${style('dim', pinned)}\n`;
  });
  return `\n${style('bold', 'Packages')}\n${rows.join('')}`;
}
