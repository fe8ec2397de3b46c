// What is read by the rules of content packs beside packs: lists of capabilities as roles and providers hold them.
export { type CapabilityList, capabilitiesOfManifest, readCapabilityList } from './capability-list.ts';
