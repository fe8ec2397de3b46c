// The Node entry: packs from directories and archives, and what the machine's shells say about scripts.
export { checkScripts, type ScriptOptions, withScriptCheck } from './scripts/check-scripts.ts';
export { type ArchiveOptions, archiveTree } from './tree/archive-tree.ts';
export { directoryTree } from './tree/directory-tree.ts';
export { nodeSha256 } from './tree/node-sha256.ts';
export { readTree } from './tree/read-tree.ts';
