import { LockEntry, LockFile, SwapIntent } from '@packwright/installer/documents';
import { PackwrightConfig } from '@packwright/schema/config';
import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import { type Form, formOf } from '@packwright/schema/form';
import { AllowList, TrustFile } from '@packwright/trust/documents';
import { printForms } from '../forms/print-forms.ts';
import type { Generator } from './generator.ts';

interface FormModule {
  readonly path: string;
  /** Where the module finds the type of a form. */
  readonly home: string;
  readonly forms: Readonly<Record<string, Form>>;
}

const modules: readonly FormModule[] = [
  {
    path: 'packages/schema/src/emisar/forms.ts',
    home: '../form/form.ts',
    forms: { emisarPackForm: formOf(EmisarPack), emisarActionForm: formOf(EmisarAction) },
  },
  {
    path: 'packages/schema/src/config/forms.ts',
    home: '../form/form.ts',
    forms: { packwrightConfigForm: formOf(PackwrightConfig) },
  },
  {
    path: 'packages/trust/src/forms.ts',
    home: '@packwright/schema/form',
    forms: { trustFileForm: formOf(TrustFile), allowListForm: formOf(AllowList) },
  },
  {
    path: 'packages/installer/src/forms.ts',
    home: '@packwright/schema/form',
    forms: {
      lockEntryForm: formOf(LockEntry),
      lockFileForm: formOf(LockFile),
      swapIntentForm: formOf(SwapIntent),
    },
  },
];

/** The forms of documents that are read at every start, so that Zod is loaded for those with faults only. */
export const documentForms: Generator = {
  name: 'forms',
  folders: [],
  async files() {
    return new Map(modules.map(({ path, home, forms: named }) => [path, printForms(named, home)]));
  },
};
