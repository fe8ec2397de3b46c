export { PackwrightConfig } from './config.ts';
export { AdmissionDocument, ApprovalChannel, PolicyDecision, PolicyDocument } from './policy.ts';
