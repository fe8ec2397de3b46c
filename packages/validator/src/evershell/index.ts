// What packs and installs content packs beside judging them: their entries as they are packed.

export type { Content, ContentEntry, ContentFault, FaultKind } from './anatomy/content.ts';
export { readContent } from './anatomy/read-content.ts';
export { type CapabilityList, capabilitiesOfManifest, readCapabilityList } from './capability-list.ts';
export { type Packed, readPacked } from './packed.ts';
