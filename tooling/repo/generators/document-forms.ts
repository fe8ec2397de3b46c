import { LockEntry, LockFile, SwapIntent } from '@packwright/installer/documents';
import {
  AttuneComponentRef,
  AttunePackRef,
  AttuneWorkflowAction,
  attuneDocuments,
  isLenient,
} from '@packwright/schema/attune';
import { PackwrightConfig } from '@packwright/schema/config';
import { EmisarAction, EmisarPack } from '@packwright/schema/emisar';
import { formOf, type IsLenient } from '@packwright/schema/form';
import { AllowList, TrustFile } from '@packwright/trust/documents';
import type { z } from 'zod';
import { printForms } from '../forms/print-forms.ts';
import type { Generator } from './generator.ts';

interface FormModule {
  readonly path: string;
  /** Where the module finds the type of a form. */
  readonly home: string;
  /** By the name of its form. */
  readonly schemas: Readonly<Record<string, z.ZodType>>;
  /** Which places of these documents take anything although something is expected; none where it is left out. */
  readonly isLenient?: IsLenient;
}

/** The documents that have forms, by the modules with these. */
export const formModules: readonly FormModule[] = [
  {
    path: 'packages/schema/src/emisar/forms.ts',
    home: '../form/form.ts',
    schemas: { emisarPackForm: EmisarPack, emisarActionForm: EmisarAction },
  },
  {
    path: 'packages/schema/src/attune/forms.ts',
    home: '../form/form.ts',
    schemas: attuneSchemas(),
    isLenient,
  },
  {
    path: 'packages/schema/src/config/forms.ts',
    home: '../form/form.ts',
    schemas: { packwrightConfigForm: PackwrightConfig },
  },
  {
    path: 'packages/trust/src/forms.ts',
    home: '@packwright/schema/form',
    schemas: { trustFileForm: TrustFile, allowListForm: AllowList },
  },
  {
    path: 'packages/installer/src/forms.ts',
    home: '@packwright/schema/form',
    schemas: { lockEntryForm: LockEntry, lockFileForm: LockFile, swapIntentForm: SwapIntent },
  },
];

/** The forms of documents that are read at every start, so that Zod is loaded for those with faults only. */
export const documentForms: Generator = {
  name: 'forms',
  folders: [],
  async files() {
    return new Map(
      formModules.map(({ path, home, schemas, isLenient }) => {
        const forms = Object.entries(schemas).map(([name, schema]) => [name, formOf(schema, isLenient)]);
        return [path, printForms(Object.fromEntries(forms), home)];
      }),
    );
  },
};

/** Attune's documents by kind, those of the seed profile where they are others. */
function attuneSchemas(): Readonly<Record<string, z.ZodType>> {
  const documents = Object.entries(attuneDocuments).flatMap(([kind, { real, seed }]) => {
    const name = `attune${kind.split('-').map(capitalised).join('')}`;
    const other: [string, z.ZodType][] = seed === real ? [] : [[`${name}SeedForm`, seed]];
    return [[`${name}Form`, real] as [string, z.ZodType], ...other];
  });
  return {
    ...Object.fromEntries(documents),
    attuneWorkflowActionForm: AttuneWorkflowAction,
    attunePackRefForm: AttunePackRef,
    attuneComponentRefForm: AttuneComponentRef,
  };
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
