import { esm } from '@packwright/tsup';

export default esm({ index: 'src/index.ts', signature: 'src/signature.ts', documents: 'src/documents.ts' });
