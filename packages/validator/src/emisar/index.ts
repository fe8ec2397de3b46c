export { contentHash, type HashEntry } from './digest.ts';
