import { esm } from '@packwright/tsup';

export default esm({
  index: 'src/index.ts',
  node: 'src/node.ts',
  host: 'src/host.ts',
  documents: 'src/documents.ts',
});
