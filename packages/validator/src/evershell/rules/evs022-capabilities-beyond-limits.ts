import type { ProblemCode } from '@packwright/capabilities';
import type { EvershellRule } from '../rule.ts';
import { problemSpan } from './capabilities/capability-rule.ts';

/** What the schema of the document does not say, though it is about structure. */
const CODES: ReadonlySet<ProblemCode> = new Set(['document_too_large', 'nested_too_deep', 'not_data']);

/** Spec 3.3. */
export const evs022: EvershellRule = {
  code: 'EVS022',
  name: 'capabilities-beyond-limits',
  severity: 'error',
  summary:
    'The capabilities take more than 512 KiB, nest deeper than 32 levels, or hold a number beyond 53 bits.',
  why: 'They are compiled for every workspace, within limits.',
  upstream: ['capability_invalid'],
  *check({ manifest, capabilities }) {
    for (const problem of capabilities.problems) {
      if (!CODES.has(problem.code)) continue;
      const { message, hint } = problem;
      yield {
        file: manifest.file,
        span: problemSpan(manifest, problem),
        message: `the capabilities are: ${message}`,
        hint,
      };
    }
  },
};
