import { esm } from '@packwright/tsup';

export default esm({
  index: 'src/index.ts',
  node: 'src/node.ts',
  'on-demand': 'src/on-demand.ts',
  'scripts/index': 'src/scripts/index.ts',
  'settings/index': 'src/settings/index.ts',
  'attune/index': 'src/attune/index.ts',
  'evershell/index': 'src/evershell/index.ts',
  'emisar/index': 'src/emisar/index.ts',
  'render/index': 'src/render/index.ts',
});
