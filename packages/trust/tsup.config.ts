import { esm } from '@packwright/tsup';

// As in the package schema: all of Zod loads slowly.
export default esm({ index: 'src/index.ts' }, { bundled: ['zod'] });
