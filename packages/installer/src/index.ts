export type { LockEntry, LockFile } from './documents.ts';
export { InstallError, type InstallErrorCode } from './install-error.ts';
export { emptyLock, readLock, withEntry, writeLock } from './lock-file.ts';
export { type PackRequest, parseRequest } from './request.ts';
export { type HostSigns, SuggestIndex, type Suggestion, suggestPacks } from './suggest-packs.ts';
