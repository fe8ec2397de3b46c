import { esm } from '@packwright/tsup';

// Of the hashes only one is used, and four files of them would be loaded.
export default esm({ index: 'src/index.ts' }, { bundled: ['@noble/hashes'] });
