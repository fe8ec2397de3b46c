import { cleanHostPath } from './clean-host-path.ts';
import type { HostPaths } from './host-paths.ts';

type Inspected = 'there' | 'missing' | 'unreadable';

/**
 * Where a clean path of a caller really leads: all links resolved, as far as it exists.
 * Nothing is returned when some part of it exists and cannot be followed or looked at.
 */
export function canonicalValue(path: string, host: HostPaths): string | undefined {
  return canonical(path, host, () => false);
}

/**
 * The same for a path of a rule. What may not be looked at stays as written,
 * or one unreadable directory in a rule would refuse every value.
 */
export function canonicalRule(path: string, host: HostPaths): string | undefined {
  return canonical(path, host, (error) => error === undefined || isDenied(error));
}

function canonical(
  path: string,
  host: HostPaths,
  tolerates: (error: unknown) => boolean,
): string | undefined {
  if (!path.startsWith('/')) return path;
  const whole = resolve(path, host);
  if (whole.ok) return cleanHostPath(whole.path);
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const ancestor = path.slice(0, end);
    const inspected = inspect(ancestor, host);
    if (inspected === 'missing') continue;
    if (inspected === 'unreadable') {
      if (tolerates(undefined)) continue;
      return undefined;
    }
    const found = resolve(ancestor, host);
    if (found.ok) return cleanHostPath(`${found.path}/${path.slice(end)}`);
    if (!tolerates(found.error)) return undefined;
  }
  return path;
}

function resolve(
  path: string,
  host: HostPaths,
): { readonly ok: true; readonly path: string } | { readonly ok: false; readonly error: unknown } {
  try {
    return { ok: true, path: host.realpath(path) };
  } catch (error) {
    return { ok: false, error };
  }
}

function inspect(path: string, host: HostPaths): Inspected {
  try {
    return host.lstat(path) === undefined ? 'missing' : 'there';
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

function isDenied(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EACCES' || code === 'EPERM';
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
