import { esm } from '@packwright/tsup';

export default esm({
  index: 'src/index.ts',
  node: 'src/node.ts',
  'attune/index': 'src/attune/index.ts',
  'evershell/index': 'src/evershell/index.ts',
  'emisar/index': 'src/emisar/index.ts',
  'render/index': 'src/render/index.ts',
});
