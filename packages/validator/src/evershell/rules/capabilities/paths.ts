import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** Entries of `paths`. */
export const pathsRules: readonly CapabilityRule[] = [
  capabilityRule('EVS221', 'path_query', 'error', {
    name: 'path-query',
    summary: 'An entry of `paths` has a query or a fragment.',
    why: 'The query is not part of what is compared, so nothing could match.',
  }),
  capabilityRule('EVS222', 'path_glob', 'error', {
    name: 'path-glob',
    summary: 'An entry of `paths` has a wildcard of another language.',
    why: '`*` and `**` are all there is; brackets, or `**` beside text, would be taken as they are.',
  }),
  capabilityRule('EVS223', 'path_unreachable', 'error', {
    name: 'path-unreachable',
    summary: 'An entry of `paths` is a path that every request with it is refused for.',
    why: 'Paths with empty or dot segments, or encoded slashes, mean different things to different servers.',
  }),
];
