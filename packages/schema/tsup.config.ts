import { esm } from '@packwright/tsup';

export default esm({
  index: 'src/index.ts',
  'emisar/index': 'src/emisar/index.ts',
  'attune/index': 'src/attune/index.ts',
  'evershell/index': 'src/evershell/index.ts',
  'config/index': 'src/config/index.ts',
  'views/index': 'src/views/index.ts',
});
