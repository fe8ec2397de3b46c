export { type DecodedText, decodeText } from './decode-text.ts';
export { parseYaml } from './parse-yaml.ts';
export type { ParsedYaml } from './parsing/document.ts';
export { type Position, SourceText } from './source-text.ts';
export { type Span, span } from './span.ts';
export type { YamlFault, YamlFaultKind, YamlFix } from './yaml-fault.ts';
export type {
  ScalarStyle,
  YamlAlias,
  YamlMap,
  YamlNode,
  YamlPair,
  YamlScalar,
  YamlSeq,
} from './yaml-node.ts';
