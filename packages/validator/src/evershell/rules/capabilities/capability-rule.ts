import type { Problem, ProblemCode } from '@packwright/capabilities';
import type { Severity } from '../../../diagnostics/diagnostic.ts';
import { plain, type Span } from '../../../source/span.ts';
import { keySpanAt, type LocatedDocument, spanAt } from '../../../structure/document.ts';
import type { RuleInfo } from '../../../structure/rule-info.ts';
import { spanWithin } from '../../../structure/span-within.ts';
import type { EvershellRule } from '../../rule.ts';

type Words = Pick<RuleInfo, 'name' | 'summary' | 'why'>;

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

/** A rule that tells what compiling the capabilities of a pack finds under one code (specs/evershell 3). */
export function capabilityRule(
  code: string,
  problem: ProblemCode,
  severity: Severity,
  words: Words,
): EvershellRule {
  return {
    code,
    severity,
    ...words,
    ...(severity === 'error' && { upstream: ['capability_invalid'] }),
    *check({ manifest, capabilities }) {
      for (const found of capabilities.problems) {
        if (found.code !== problem) continue;
        const { message, hint } = found;
        yield { file: manifest.file, span: problemSpan(manifest, found), message, hint };
      }
    },
  };
}

/** Where a problem stands in the manifest. */
export function problemSpan(manifest: LocatedDocument<unknown>, { pointer, code, range }: Problem): Span {
  const path = ['capabilities', ...keysOf(pointer)];
  if (range) return spanWithin(manifest, path, range.start, range.end);
  return plain(AT_KEY.has(code) ? keySpanAt(manifest, path) : spanAt(manifest, path));
}

/** The keys of a JSON Pointer (RFC 6901). */
function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
