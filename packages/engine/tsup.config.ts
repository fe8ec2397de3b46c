import { esm } from '@packwright/tsup';

export default esm({
  index: 'src/index.ts',
  'attune/index': 'src/attune/index.ts',
  'emisar/index': 'src/emisar/index.ts',
});
