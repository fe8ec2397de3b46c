import { esm } from '@packwright/tsup';

// All of Zod takes 18 MiB and some 50 ms to load, most of it translations; what the documents use of it takes 5.
export default esm(
  {
    index: 'src/index.ts',
    'emisar/index': 'src/emisar/index.ts',
    'attune/index': 'src/attune/index.ts',
    'evershell/index': 'src/evershell/index.ts',
    'config/index': 'src/config/index.ts',
    'views/index': 'src/views/index.ts',
    'emisar/forms': 'src/emisar/forms.ts',
    'attune/known-keys': 'src/attune/known-keys.ts',
    'attune/forms': 'src/attune/forms.ts',
    'config/forms': 'src/config/forms.ts',
    'form/index': 'src/form/index.ts',
    'terms/index': 'src/terms/index.ts',
    zod: 'src/zod.ts',
  },
  { bundled: ['zod'] },
);
