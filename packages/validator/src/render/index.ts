export { visible } from '../diagnostics/visible.ts';
export { RULE_PAGES, rulePage } from './docs.ts';
export { type GithubOptions, githubRenderer } from './github.ts';
export { jsonRenderer } from './json.ts';
export { type JunitOptions, junitRenderer } from './junit.ts';
export { type PrettyOptions, prettyRenderer } from './pretty.ts';
export { rdjsonlRenderer } from './rdjsonl.ts';
export {
  addToSummary,
  countBySeverity,
  emptySummary,
  type PackReport,
  type Renderer,
  type Report,
  type RuleSummary,
  renderReport,
  reportOf,
  type Summary,
} from './report.ts';
export { type SarifOptions, sarifRenderer } from './sarif.ts';
export { toJson } from './visible-json.ts';
export { count } from './wording.ts';
export { wrap } from './wrap.ts';
