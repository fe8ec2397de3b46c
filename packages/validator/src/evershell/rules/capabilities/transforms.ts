import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** Changes to admitted requests. */
export const transformsRules: readonly CapabilityRule[] = [
  capabilityRule('EVS231', 'transform_variant', 'error', {
    name: 'transform-variant',
    summary: 'A transform makes no change, or several kinds of change.',
    why: 'Each kind has its own turn and its own place in the audit log.',
  }),
  capabilityRule('EVS232', 'auth_conflict', 'error', {
    name: 'auth-conflict',
    summary: 'Two credentials reach one rule.',
    why: 'A request can be authenticated once.',
  }),
  capabilityRule('EVS233', 'header_name', 'error', {
    name: 'header-name',
    summary: 'A transform names a header that is none.',
    why: 'Such a header would be refused by whoever reads it, or change the request around it.',
  }),
  capabilityRule('EVS234', 'header_value', 'error', {
    name: 'header-value',
    summary: 'A header is set to a text that no header can hold.',
    why: 'A line break would begin another header.',
  }),
  capabilityRule('EVS235', 'header_forbidden', 'error', {
    name: 'header-forbidden',
    summary: 'A transform changes a header that the proxy itself sets.',
    why: 'Host, length and connection have to agree with what is sent.',
  }),
  capabilityRule('EVS236', 'header_duplicate', 'error', {
    name: 'header-twice',
    summary: 'A transform names one header twice in different case.',
    why: 'Headers are compared without regard to case, so one of the two would be lost.',
  }),
  capabilityRule('EVS237', 'path_change', 'error', {
    name: 'path-change',
    summary: 'A change of the path cannot be carried out as written.',
    why: 'A request that fails a transform is refused.',
  }),
  capabilityRule('EVS238', 'pointer_form', 'error', {
    name: 'json-pointer',
    summary: 'A change of the body names a place that is no JSON Pointer, or one that another change covers.',
    why: 'The change would not find its place.',
  }),
  capabilityRule('EVS239', 'literal_secret', 'warning', {
    restsOn: [],
    name: 'literal-secret',
    summary: 'A header is set to what looks like a secret.',
    why: 'A pack is content that others read; secrets belong to the platform, which fills them in by name.',
  }),
];
