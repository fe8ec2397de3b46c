// The Node entry: packs from directories and archives.
export { archiveTree } from './tree/archive-tree.ts';
export { directoryTree } from './tree/directory-tree.ts';
export { nodeSha256 } from './tree/node-sha256.ts';
export { readTree } from './tree/read-tree.ts';
