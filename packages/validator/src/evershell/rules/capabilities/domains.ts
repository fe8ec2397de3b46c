import { type CapabilityRule, capabilityRule } from './capability-rule.ts';

/** Entries of `domains`. */
export const domainsRules: readonly CapabilityRule[] = [
  capabilityRule('EVS211', 'domain_form', 'error', {
    name: 'domain-form',
    summary: 'An entry of `domains` is no host name.',
    why: 'Nothing could match it.',
  }),
  capabilityRule('EVS212', 'domain_scheme', 'error', {
    name: 'domain-scheme',
    summary: 'An entry of `domains` has a scheme.',
    why: 'Hosts are compared without it; plain http is a choice of its own.',
  }),
  capabilityRule('EVS213', 'domain_path', 'error', {
    name: 'domain-path',
    summary: 'An entry of `domains` has a path.',
    why: 'Paths are compared on their own, by `paths`.',
  }),
  capabilityRule('EVS214', 'domain_userinfo', 'error', {
    name: 'domain-user',
    summary: 'An entry of `domains` has a user name in it.',
    why: 'What stands before the "@" is no part of a host, and misleads readers about which host is meant.',
  }),
  capabilityRule('EVS215', 'domain_port', 'error', {
    name: 'domain-port',
    summary: 'An entry of `domains` has a port that is none.',
    why: 'Ports are numbers from 1 to 65535.',
  }),
  capabilityRule('EVS216', 'port_requires_insecure', 'error', {
    name: 'port-needs-insecure',
    summary: 'An entry of `domains` has port 80, and the rule admits no plain http.',
    why: 'No request could reach the rule.',
  }),
  capabilityRule('EVS217', 'domain_wildcard', 'error', {
    name: 'domain-wildcard',
    summary: 'A wildcard stands where it means nothing.',
    why: 'Only the leftmost label of a domain can have one.',
  }),
  capabilityRule('EVS218', 'domain_too_broad', 'error', {
    name: 'domain-too-broad',
    summary: 'A wildcard covers a whole top-level domain.',
    why: 'Anybody can register a name under it.',
  }),
  capabilityRule('EVS219', 'domain_any', 'warning', {
    restsOn: [],
    name: 'domain-any',
    summary: 'A rule covers every host.',
    why: 'An agent that is misled can send anything anywhere. Few packs need it.',
  }),
  capabilityRule('EVS220', 'domain_duplicate', 'warning', {
    restsOn: [],
    name: 'domain-twice',
    summary: 'Two entries of `domains` are the same host.',
    why: 'The second does nothing, though a reader may think that it does.',
  }),
];
