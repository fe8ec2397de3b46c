import type { PackwrightConfig } from '@packwright/schema/config';
import { packwrightConfigForm } from '@packwright/schema/config/forms';
import { Deferred, onceLoaded } from '@packwright/values';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/source-text.ts';
import type { Span } from '../source/span.ts';
import { documentKind, formWith, readDocument, spanAt } from '../structure/document.ts';
import { yamlDiagnostics } from '../structure/faults.ts';
import { readText } from '../structure/read-text.ts';
import { settingsScalars } from './scalars.ts';

const schemas = new Deferred(() => import('@packwright/schema/config'));

const settingsKind = documentKind<PackwrightConfig>(
  formWith(packwrightConfigForm, () => schemas.part.PackwrightConfig),
  settingsScalars,
  'the settings',
);

/** A file of settings as data, with everything that is wrong with it. */
export interface ReadSettings {
  /** What it sets; with an error among the diagnostics it is not to be used. */
  readonly value: PackwrightConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceText;
  /** Where the value at a path stands, or the nearest thing written above it. */
  spanOf(path: readonly (string | number)[]): Span;
}

/** Reads a `packwright.yaml` by the same rules and with the same diagnostics as the files of packs; empty sets nothing. */
export const readSettings = (file: string, bytes: Uint8Array): Promise<ReadSettings> =>
  onceLoaded(() => read(file, bytes));

function read(file: string, bytes: Uint8Array): ReadSettings {
  const { source, fault } = readText(bytes);
  const nowhere = { start: 0, end: 0 };
  if (fault) {
    return { value: {}, diagnostics: yamlDiagnostics(file, [fault]), source, spanOf: () => nowhere };
  }
  if (/^(?:\s*(?:#[^\n]*)?\n?)*$/.test(source.text)) {
    return { value: {}, diagnostics: [], source, spanOf: () => nowhere };
  }
  const document = readDocument(file, source, settingsKind);
  const { value, diagnostics } = document;
  const isSound = !diagnostics.some(({ severity }) => severity === 'error');
  return { value: isSound ? value : {}, diagnostics, source, spanOf: (path) => spanAt(document, path) };
}
