import type { AllowRule } from '../capability.ts';
import { coversPort, type DomainPattern } from '../domain/domain-pattern.ts';
import type { Expression } from '../expression/compile-expression.ts';
import { coversPath } from '../path/path-pattern.ts';
import type { Exchange } from './exchange.ts';
import type { DenialReason, Stage } from './stage.ts';

/** How far a rule got with a request, and why no further; a reason of null is a rule that admits it. */
export interface Verdict {
  readonly stage: Stage;
  readonly reason: DenialReason | null;
  /** Predicates and schemas that passed. */
  readonly validations: number;
  /** More on the reason, for the author of the rule; it can quote the request. */
  readonly detail: string | null;
}

type Stop = readonly [stage: Stage, reason: DenialReason, detail?: string];

// Most rules stop here for most requests, so that these are made once.
const NO_DOMAIN = early('domain', 'no_domain');
const METHOD_NOT_ALLOWED = early('method', 'method_not_allowed');
const PATH_NOT_ALLOWED = early('path', 'path_not_allowed');

function early(stage: Stage, reason: DenialReason): Verdict {
  return { stage, reason, validations: 0, detail: null };
}

/** Asks one rule whose patterns, of those that are given, cover the host (specs/evershell 3.14, steps 5 to 10). */
export function judgeRule(rule: AllowRule, patterns: readonly DomainPattern[], exchange: Exchange): Verdict {
  if (!isReached(rule, patterns, exchange)) return NO_DOMAIN;
  if (!rule.methods.has(exchange.method)) return METHOD_NOT_ALLOWED;
  const isCovered =
    rule.paths.length === 0 || rule.paths.some((pattern) => coversPath(pattern, exchange.path));
  if (!isCovered) return PATH_NOT_ALLOWED;
  const passed = { count: 0 };
  const stop = checkAll(rule.whenHead, 'headers', exchange, passed) ?? onBody(rule, exchange, passed);
  if (!stop) return { stage: 'budget', reason: null, validations: passed.count, detail: null };
  const [stage, reason, detail = null] = stop;
  return { stage, reason, validations: passed.count, detail };
}

/** Whether scheme and port are the rule's too. */
function isReached(rule: AllowRule, patterns: readonly DomainPattern[], exchange: Exchange): boolean {
  const { scheme, port } = exchange.target;
  if (scheme === 'http' && !rule.allowInsecure) return false;
  return patterns.some((pattern) => coversPort(pattern, scheme, port));
}

function onBody(rule: AllowRule, exchange: Exchange, passed: { count: number }): Stop | undefined {
  const { bodySchema, whenBody } = rule;
  if (!bodySchema && whenBody.length === 0) return undefined;
  if (exchange.isTooLarge) return ['buffer', 'body_too_large'];
  const { jsonBody } = exchange;
  const hasBody = exchange.body.length > 0;
  if (bodySchema && hasBody && !jsonBody.ok) return ['body', 'body_not_json', jsonBody.why];
  const refused = checkAll(whenBody, 'body', exchange, passed);
  if (refused || !bodySchema) return refused;
  const fits = jsonBody.ok ? bodySchema.accepts(jsonBody.json) : bodySchema.acceptsAnything;
  if (!fits) return ['body', 'body_schema_failed'];
  passed.count++;
  return undefined;
}

/** All predicates in their order. One that fails is false, and says so. */
function checkAll(
  predicates: readonly Expression[],
  stage: Stage,
  exchange: Exchange,
  passed: { count: number },
): Stop | undefined {
  for (const predicate of predicates) {
    try {
      const input = predicate.readsRequestBody ? exchange.whole : exchange.head;
      if (predicate.evaluate(input) !== true) return [stage, 'predicate_false', predicate.source];
    } catch (error) {
      const { summary, message } = error as { summary?: string; message?: string };
      return [stage, 'predicate_error', `${predicate.source}: ${summary ?? message ?? error}`];
    }
    passed.count++;
  }
  return undefined;
}
