import { expect, test } from 'vitest';
import { isLeftBehind } from './left-behind.ts';

test.each([
  ...['.DS_Store', 'guides/.DS_Store', 'guides/._use.md', '__MACOSX', '__MACOSX/a/b', 'data/.AppleDouble/x'],
  ...['data/Icon\r', '.Trashes/1', '.apdisk', 'Thumbs.db', 'data/THUMBS.DB', 'data/Desktop.ini'],
  ...['$Recycle.Bin/x', 'System Volume Information/x', 'Board.lnk', 'data/.directory', '.Trash-1000/x'],
  ...['data/.nfs0001', 'data/.fuse_hidden01', 'data/@eaDir/x'],
])('%j is what a system leaves behind', (path) => {
  expect(isLeftBehind(path)).toBe(true);
});

test.each([
  ...['.git/HEAD', '.env', 'node_modules/x', 'guides/.vscode/x', 'guides/a.swp', 'data/board.lnk'],
  ...['guides/DS_Store', 'guides/.ds_store', 'guides/_use.md', 'data/thumbs.db.md'],
])('%j is not, so that its author notices', (path) => {
  expect(isLeftBehind(path)).toBe(false);
});
