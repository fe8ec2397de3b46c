import { canonicalRule, canonicalValue } from './canonical-path.ts';
import { cleanHostPath, isUnder } from './clean-host-path.ts';
import type { HostPaths } from './host-paths.ts';
import type { ValueProblem } from './problem.ts';
import { quote } from './quote.ts';

/**
 * Why a path must not be passed on although its rules allow it, or nothing.
 * Stricter than the reference on purpose: a relative path counts from the working directory of the action.
 */
export function protectedRootProblem(value: string, host: HostPaths): ValueProblem | undefined {
  const roots = protectedRoots(host);
  if (roots.length === 0) return undefined;
  const path = cleanHostPath(value.startsWith('/') ? value : `/${host.cwd}/${value}`);
  const isProtected = (candidate: string) => roots.some((root) => isUnder(candidate, root));
  const forbidden: ValueProblem = {
    code: 'protected_path',
    message: `${quote(value)} is in a protected directory`,
  };
  if (isProtected(path)) return forbidden;
  const real = canonicalValue(path, host);
  if (real === undefined)
    return { code: 'path', message: `${quote(value)} holds a part that cannot be followed` };
  return isProtected(real) ? forbidden : undefined;
}

function protectedRoots(host: HostPaths): readonly string[] {
  const clean = host.protectedRoots.map(cleanHostPath).filter((root) => root.startsWith('/') && root !== '/');
  return [...new Set(clean.flatMap((root) => [root, canonicalRule(root, host) ?? root]))].filter(
    (root) => root !== '/',
  );
}
