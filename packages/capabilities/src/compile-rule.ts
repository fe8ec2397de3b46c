import type { EvershellAllowRule } from '@packwright/schema/evershell';
import { type BodySchema, compileBodySchema } from './body-schema/body-schema.ts';
import { checkBodySchema } from './body-schema/check-body-schema.ts';
import type { AllowRule } from './capability.ts';
import type { DomainPattern } from './domain/domain-pattern.ts';
import { parseDomain } from './domain/parse-domain.ts';
import { compileExpression, type Expression } from './expression/compile-expression.ts';
import { parsePath } from './path/parse-path.ts';
import type { PathPattern } from './path/path-pattern.ts';
import { pointerTo } from './pointer.ts';
import type { Problems } from './problem.ts';
import { quote } from './quote.ts';

const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Compiles a rule whose structure is sound; what is refused in it is left out and a problem (specs/evershell 3.4). */
export function compileRule(
  rule: EvershellAllowRule,
  index: number,
  at: string,
  problems: Problems,
): AllowRule {
  const when = compileWhen(rule.when ?? [], pointerTo(at, 'when'), problems);
  return {
    name: rule.name ?? null,
    index,
    domains: compileDomains(rule, pointerTo(at, 'domains'), problems),
    methods: new Set(rule.methods),
    paths: compilePaths(rule.paths ?? [], pointerTo(at, 'paths'), problems),
    allowInsecure: rule.allow_insecure ?? false,
    whenHead: when.filter(({ readsRequestBody }) => !readsRequestBody),
    whenBody: when.filter(({ readsRequestBody }) => readsRequestBody),
    bodySchema: compileBody(rule, pointerTo(at, 'body_schema'), problems),
  };
}

function compileDomains(rule: EvershellAllowRule, at: string, problems: Problems): readonly DomainPattern[] {
  const patterns = new Map<string, DomainPattern>();
  for (const [index, entry] of rule.domains.entries()) {
    const pointer = pointerTo(at, index);
    const parsed = parseDomain(entry, { allowInsecure: rule.allow_insecure ?? false });
    if (!parsed.ok) {
      problems.add(parsed.code, pointer, parsed.message, parsed.hint, parsed.details);
      continue;
    }
    const { pattern } = parsed;
    if (patterns.has(pattern.text)) {
      const message = `${quote(entry)} is the same as an entry before it`;
      problems.add('domain_duplicate', pointer, message, 'remove it', { instead: null });
      continue;
    }
    patterns.set(pattern.text, pattern);
    if (pattern.suffix !== '') continue;
    const hint = 'name the hosts, unless the capability is meant for all of them';
    problems.add('domain_any', pointer, `${quote(entry)} covers every host`, hint);
  }
  return [...patterns.values()];
}

function compilePaths(paths: readonly string[], at: string, problems: Problems): readonly PathPattern[] {
  return paths.flatMap((entry, index) => {
    const parsed = parsePath(entry);
    if (parsed.ok) return [parsed.pattern];
    problems.add(parsed.code, pointerTo(at, index), parsed.message, parsed.hint, parsed.details);
    return [];
  });
}

function compileWhen(
  when: string | readonly string[],
  at: string,
  problems: Problems,
): readonly Expression[] {
  const sources = typeof when === 'string' ? [when] : when;
  return sources.flatMap((source, index) => {
    const compiled = compileExpression(source, 'predicate', ['bool']);
    if (compiled.ok) return [compiled.expression];
    const { code, message, hint, details } = compiled.refusal;
    problems.add(code, typeof when === 'string' ? at : pointerTo(at, index), message, hint, details);
    return [];
  });
}

function compileBody(
  { methods, body_schema: schema }: EvershellAllowRule,
  at: string,
  problems: Problems,
): BodySchema | null {
  if (schema === undefined) return null;
  if (methods.every((method) => WITHOUT_BODY.has(method))) {
    const message = `${[...new Set(methods)].join(', ')} ${methods.length === 1 ? 'has' : 'have'} no body to check`;
    problems.add('body_schema_method', at, message, 'remove it, or admit POST, PUT, PATCH or DELETE');
  }
  const before = problems.errorCount;
  checkBodySchema(schema, at, problems);
  return problems.errorCount === before ? compileBodySchema(schema) : null;
}
