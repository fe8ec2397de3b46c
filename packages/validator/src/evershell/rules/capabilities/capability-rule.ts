import type { CompiledCapabilities, Problem, ProblemCode } from '@packwright/capabilities';
import type { Severity } from '../../../diagnostics/diagnostic.ts';
import { plain, type Span } from '../../../source/span.ts';
import { isAtFault, keySpanAt, type LocatedDocument, spanAt } from '../../../structure/document.ts';
import type { Finding } from '../../../structure/finding.ts';
import type { Path } from '../../../structure/locator.ts';
import type { RuleInfo } from '../../../structure/rule-info.ts';
import { spanWithin } from '../../../structure/span-within.ts';
import type { EvershellRule } from '../../rule.ts';
import { problemFix } from './problem-fix.ts';

type Words = Pick<RuleInfo, 'name' | 'summary' | 'why' | 'restsOn'>;

/** Whether the problem lies in the key of what its pointer names. */
const AT_KEY: ReadonlySet<ProblemCode> = new Set([
  'header_name',
  'header_forbidden',
  'header_duplicate',
  'pointer_form',
  'body_schema_keyword',
  'body_schema_unknown_keyword',
  'body_schema_method',
]);

/** Problems that conclude from the rules of a capability. */
const OF_RULES: ReadonlySet<ProblemCode> = new Set(['applies_to_unknown', 'port_requires_insecure']);

/** A list of capabilities, compiled, and where it stands. */
export interface LocatedCapabilities {
  readonly document: LocatedDocument<unknown>;
  /** Path of the list in the document. */
  readonly at: Path;
  readonly compiled: CompiledCapabilities;
}

/** A rule over capabilities, which also holds where a list of them is a file of its own. */
export interface CapabilityRule extends EvershellRule {
  checkList(list: LocatedCapabilities): Iterable<Finding>;
}

const IN_MANIFEST: Path = ['capabilities'];

/** A rule that tells what compiling the capabilities of a pack finds under one code (specs/evershell 3). */
export function capabilityRule(
  code: string,
  problem: ProblemCode,
  severity: Severity,
  words: Words,
): CapabilityRule {
  function* checkList({ document, at, compiled }: LocatedCapabilities): Generator<Finding> {
    for (const found of compiled.problems) {
      if (found.code !== problem) continue;
      const { message, hint } = found;
      const [capability = ''] = keysOf(found.pointer);
      if (OF_RULES.has(problem) && isAtFault(document, [...at, capability, 'allow'])) continue;
      const span = problemSpan(document, at, found);
      const fix = problemFix(document, [...at, ...keysOf(found.pointer)], found, span);
      yield { file: document.file, span, message, hint, ...(fix && { fix }) };
    }
  }
  return {
    code,
    severity,
    ...words,
    ...(severity === 'error' && { upstream: ['capability_invalid'] }),
    checkList,
    check: ({ manifest, capabilities }) =>
      checkList({ document: manifest, at: IN_MANIFEST, compiled: capabilities }),
  };
}

/** Where a problem stands in the document that has the list at a path. */
export function problemSpan(
  document: LocatedDocument<unknown>,
  at: Path,
  { pointer, code, range }: Problem,
): Span {
  const path = [...at, ...keysOf(pointer)];
  if (range) return spanWithin(document, path, range.start, range.end);
  // The name of a counter is its key; other names are values.
  const isKey = AT_KEY.has(code) || (code === 'name_case_collision' && path.at(-2) === 'counters');
  return plain(isKey ? keySpanAt(document, path) : spanAt(document, path));
}

/** The keys of a JSON Pointer (RFC 6901). */
function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
