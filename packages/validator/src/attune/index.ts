export { categoryOf } from './category.ts';
export { type ChecksumFile, directoryChecksum } from './digest.ts';
