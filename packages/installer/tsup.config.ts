import { esm } from '@packwright/tsup';

// As in the package schema: all of Zod loads slowly.
export default esm({ index: 'src/index.ts', node: 'src/node.ts' }, { bundled: ['zod'] });
