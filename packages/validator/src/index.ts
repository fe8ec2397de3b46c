export { type Bump, bumpBetween, isEnough } from './changes/bump.ts';
export type { Change, Meaning } from './changes/change.ts';
export { type Comparison, compare, type NotComparable } from './changes/compare.ts';
export { filesOf, isSameEntry } from './changes/file-changes.ts';
export type {
  Diagnostic,
  Fix,
  Location,
  RelatedLocation,
  Severity,
  TextEdit,
} from './diagnostics/diagnostic.ts';
export type {
  ClaimedName,
  ForeignReference,
  Format,
  Manifest,
  OpenedPack,
  OpenOptions,
  PackScript,
  PublishedPack,
  ReadablePack,
} from './format.ts';
export { imageInput } from './image-input.ts';
export { formats, open, published, unpacked } from './open.ts';
export { ruleOf, rules } from './rules.ts';
export { type Position, SourceText } from './source/source-text.ts';
export type { Span } from './source/span.ts';
export type { RuleInfo } from './structure/rule-info.ts';
export { checkTogether, type PackAmongOthers } from './together.ts';
export { type MemoryEntry, memoryTree } from './tree/memory-tree.ts';
export {
  type Archive,
  type ArchiveEntry,
  type LinkEntry,
  type PackTree,
  type TreeEntry,
  type TreeProblem,
  TreeReadError,
} from './tree/pack-tree.ts';
