export { comparePatterns, type PatternRelation } from './compare-patterns.ts';
export { compareDecimals, type DecimalSource, toInt64, toPlainDecimal } from './decimal.ts';
export { Deferred, NotLoaded, onceLoaded } from './deferred.ts';
export { portableSha256, type Sha256, type Sha256Factory, sha256Hex } from './digest.ts';
export { formatGoDuration, type ParsedDuration, parseConfigDuration, parseGoDuration } from './duration.ts';
export {
  type ExactJson,
  ExactJsonError,
  type ExactJsonLimits,
  ExactNumber,
  type ExactObject,
  parseExactJson,
  writeExactJson,
} from './exact-json.ts';
export { parseGoFloat } from './go-float.ts';
export { jsonLine } from './json-line.ts';
export { parseJsonText } from './json-text.ts';
export type { Replaced } from './pattern/full-engine.ts';
export { PatternTooCostly } from './pattern/pattern-too-costly.ts';
export type { PatternFault } from './pattern/refusal.ts';
export {
  type CompiledPattern,
  compilePattern,
  compileReplacer,
  type Pattern,
  type PatternPlace,
  type Replacer,
} from './pattern.ts';
export { closest, isSlipOf } from './suggest.ts';
export {
  type ForbiddenCharacter,
  findForbiddenCharacter,
  foldedStart,
  foldedUtf8Length,
  foldWhitespace,
} from './text.ts';
export { utf8Length } from './utf8-length.ts';
export { compareUtf8 } from './utf8-order.ts';
export { isWellFormed, toWellFormed } from './well-formed.ts';
