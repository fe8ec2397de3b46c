import type { ProblemCode } from '@packwright/capabilities';
import type { Finding } from '../../structure/finding.ts';
import {
  type CapabilityRule,
  type LocatedCapabilities,
  problemSpan,
} from './capabilities/capability-rule.ts';

/** What the schema of the document does not say, though it is about structure. */
const CODES: ReadonlySet<ProblemCode> = new Set(['document_too_large', 'nested_too_deep', 'not_data']);

/** Spec 3.3. */
export const evs022: CapabilityRule = {
  code: 'EVS022',
  name: 'capabilities-beyond-limits',
  severity: 'error',
  summary:
    'The capabilities take more than 512 KiB, nest deeper than 32 levels, or hold a number beyond 53 bits.',
  why: 'They are compiled for every workspace, within limits.',
  upstream: ['capability_invalid'],
  checkList,
  check: ({ manifest, capabilities }) =>
    checkList({ document: manifest, at: ['capabilities'], compiled: capabilities }),
};

function* checkList({ document, at, compiled }: LocatedCapabilities): Generator<Finding> {
  for (const problem of compiled.problems) {
    if (!CODES.has(problem.code)) continue;
    const { message, hint } = problem;
    yield {
      file: document.file,
      span: problemSpan(document, at, problem),
      message: `the capabilities are: ${message}`,
      hint,
    };
  }
}
