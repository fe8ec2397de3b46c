export { decodeText } from './decode-text.ts';
export { parseYaml } from './parse-yaml.ts';
export type { YamlFault, YamlFaultKind } from './yaml-fault.ts';
