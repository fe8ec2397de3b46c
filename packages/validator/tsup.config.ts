import { esm } from '@packwright/tsup';

export default esm({
  index: 'src/index.ts',
  node: 'src/node.ts',
  'emisar/index': 'src/emisar/index.ts',
  'render/index': 'src/render/index.ts',
});
