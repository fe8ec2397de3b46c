import type { CompiledCapabilities } from '@packwright/capabilities';
import type { EvershellPackDocument } from '@packwright/schema/evershell';
import type { SourceText } from '../source/source-text.ts';
import type { LocatedDocument } from '../structure/document.ts';
import type { Content } from './anatomy/content.ts';

/** The text that goes into the prompt of an agent. */
export interface Behavior {
  readonly file: string;
  readonly byteLength: number;
  /** Undefined for one that is too large to be read. */
  readonly source: SourceText | undefined;
  /** Where it stops being UTF-8, in UTF-16 units of what can be shown; undefined where all of it is. */
  readonly faultAt: number | undefined;
}

/** An Evershell content pack as its rules see it. */
export interface EvershellPackFiles {
  readonly manifest: LocatedDocument<EvershellPackDocument>;
  readonly content: Content;
  readonly behavior: Behavior | undefined;
  /** The pack's own capabilities, compiled; the problems point into its list. */
  readonly capabilities: CompiledCapabilities;
}
