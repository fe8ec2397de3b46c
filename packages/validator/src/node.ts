// The Node entry: packs from directories and archives.
export { type ArchiveOptions, archiveTree } from './tree/archive-tree.ts';
export { directoryTree } from './tree/directory-tree.ts';
export { nodeSha256 } from './tree/node-sha256.ts';
export { TreeReadError } from './tree/pack-tree.ts';
export { readTree } from './tree/read-tree.ts';
export { shownPath, shownPlace } from './tree/shown-path.ts';
