import { esm } from '@packwright/tsup';

// Of the hashes only one is used, and four files of them would be loaded.
export default esm(
  { index: 'src/index.ts', 're2/at-hand': 'src/re2/at-hand.ts', 're2/on-demand': 'src/re2/on-demand.ts' },
  { bundled: ['@noble/hashes'] },
);
