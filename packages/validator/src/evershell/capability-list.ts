import { type Capability, type CompiledCapabilities, compileCapabilities } from '@packwright/capabilities';
import { EvershellCapabilities } from '@packwright/schema/evershell';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { withoutEchoes } from '../diagnostics/echoes.ts';
import { topLevelKeys } from '../recognise.ts';
import type { SourceText } from '../source/source-text.ts';
import { documentKind, type LocatedDocument, readDocument, withForm } from '../structure/document.ts';
import { yamlDiagnostics } from '../structure/faults.ts';
import { findingsOf } from '../structure/finding.ts';
import { noteDiagnostics } from '../structure/notes.ts';
import { readText } from '../structure/read-text.ts';
import { packDocument } from './read.ts';
import type { LocatedCapabilities } from './rules/capabilities/capability-rule.ts';
import { capabilityRules } from './rules/capabilities/index.ts';
import { evs022 } from './rules/evs022-capabilities-beyond-limits.ts';
import { evershellScalars } from './scalars.ts';

/** A file that holds a list of capabilities and nothing else, as roles and providers have it. */
export interface CapabilityList {
  /** In the order of the list; null when a diagnostic is an error. */
  readonly capabilities: readonly Capability[] | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly source: SourceText;
}

const kind = documentKind(withForm(EvershellCapabilities), evershellScalars, 'a list of capabilities');
const rules = [evs022, ...capabilityRules].map((rule) => ({ ...rule, check: rule.checkList }));

/** Reads such a file by the rules for `capabilities` of a pack. Never throws for what it holds. */
export function readCapabilityList(file: string, bytes: Uint8Array): CapabilityList {
  const { source, fault } = readText(bytes);
  if (fault) return { capabilities: null, diagnostics: yamlDiagnostics(file, [fault]), source };
  const document = withoutWrapper(readDocument(file, source, kind));
  const compiled = compileCapabilities(document.value);
  const diagnostics = judge(document, compiled);
  const isRefused = diagnostics.some(({ severity }) => severity === 'error');
  return { capabilities: isRefused ? null : compiled.capabilities, diagnostics, source };
}

/** Says how a list that stands under the key of a pack becomes one of its own. */
function withoutWrapper<T>(document: LocatedDocument<T>): LocatedDocument<T> {
  if (document.diagnostics.length !== 1 || !topLevelKeys(document.text).has('capabilities')) return document;
  const hint = 'leave the key `capabilities` out, and write its list at the left edge';
  return { ...document, diagnostics: document.diagnostics.map((each) => ({ ...each, hint })) };
}

/** The capabilities of a manifest; null for one that is refused. */
export function capabilitiesOfManifest(file: string, source: SourceText): readonly Capability[] | null {
  const { value, diagnostics } = readDocument(file, source, packDocument);
  return diagnostics.length > 0 ? null : compileCapabilities(value.capabilities ?? []).capabilities;
}

function judge(document: LocatedDocument<unknown>, compiled: CompiledCapabilities): Diagnostic[] {
  const list: LocatedCapabilities = { document, at: [], compiled };
  const found = [...noteDiagnostics(document), ...findingsOf(rules, list)];
  return withoutEchoes(document.diagnostics, document.locator ? found : [], { documents: [document], rules });
}
