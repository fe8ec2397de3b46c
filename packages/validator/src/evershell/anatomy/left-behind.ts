// What systems write beside files without being asked (specs/evershell 1.5), at any depth.

/** Names in the case in which they are written. */
const EXACT = new Set([
  ...['.DS_Store', '__MACOSX', '.AppleDouble', '.AppleDB', '.AppleDesktop', '.LSOverride', '.Spotlight-V100'],
  ...['.Trashes', '.fseventsd', '.TemporaryItems', '.DocumentRevisions-V100', '.VolumeIcon.icns', '.apdisk'],
  ...['Icon\r', '.directory', '@eaDir'],
]);
const STARTS = ['._', '.Trash-', '.nfs', '.fuse_hidden'];

/** Names that Windows writes in any case, here in small letters. */
const ANY_CASE = new Set([
  ...['thumbs.db', 'thumbs.db:encryptable', 'ehthumbs.db', 'ehthumbs_vista.db', 'desktop.ini'],
  ...['$recycle.bin', 'system volume information'],
]);

/** Whether a path is, or lies in, what a system left behind. */
export function isLeftBehind(path: string): boolean {
  const segments = path.split('/');
  return segments.some(isName) || (segments.length === 1 && /\.lnk$/i.test(path));
}

function isName(name: string): boolean {
  return (
    EXACT.has(name) || STARTS.some((start) => name.startsWith(start)) || ANY_CASE.has(name.toLowerCase())
  );
}
