import type { z } from 'zod';
import { type FaultyDocument, type Issue, valueAt } from './report.ts';
import { schemasAt, wordsOf } from './schema-walk.ts';

/**
 * An issue that says only "no branch has this discriminator" hides everything else that is wrong. The branch that
 * fits the rest of the object best stands in, so that its other faults show too.
 */
export function withBranches(document: FaultyDocument, issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    if (issue.errors.length > 0) return withBranches(document, insideOf(issue));
    const at = issue.path.slice(0, -1);
    const value = valueAt(document.value, at);
    const union = schemasAt(document.kind.schema, document.value, at).find(isUnion);
    if (!union || typeof value !== 'object' || value === null) return [issue];
    const found = issuesOfBestBranch(union, value, String(issue.path.at(-1)));
    const placed = found.map((inner) => ({ ...inner, path: [...at, ...inner.path] }));
    return [issue, ...withBranches(document, placed)];
  });
}

/** Of a value that has the type of one branch what is wrong inside it; else that it has none of the types. */
function insideOf(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] {
  const branch = issue.errors.find((errors) =>
    errors.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
  if (!branch)
    return [{ code: 'invalid_type', expected: 'unknown', path: issue.path, message: issue.message }];
  return branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function issuesOfBestBranch(union: z.core.$ZodUnion, value: object, discriminator: string): readonly Issue[] {
  const attempts = union._zod.def.options.map((option) => {
    const [word] = wordsOf(option, discriminator);
    const result = (option as unknown as z.ZodType).safeParse({ ...value, [discriminator]: word });
    return result.success ? [] : result.error.issues;
  });
  return attempts.reduce((a, b) => (b.length < a.length ? b : a), attempts[0] ?? []);
}

function isUnion(schema: z.core.$ZodType): schema is z.core.$ZodUnion {
  return schema._zod.def.type === 'union';
}
