import type { ExpressionInput } from '../expression/compile-expression.ts';
import { normalPath, sendablePath } from '../path/normal-path.ts';
import { TransformFault, textFor } from './evaluate.ts';
import type { PathChange } from './transform.ts';

/**
 * The path after a change; what comes out has to be as plain as what may come in (specs/evershell 3.10). Spaces and
 * letters beyond ASCII are encoded: sent as they are, they would end the path or be read in several ways.
 */
export function applyPath(change: PathChange, path: string, input: ExpressionInput): string {
  const changed = change.replace ? textFor(change.replace, input) : withPrefixes(change, path);
  if (/[?#]/.test(changed) || normalPath(changed) === undefined)
    throw new TransformFault('the path cannot be sent');
  return sendablePath(changed);
}

function withPrefixes({ stripPrefix, addPrefix }: PathChange, path: string): string {
  const rest = stripPrefix === null ? path : withoutPrefix(path, withoutSlash(stripPrefix));
  const prefix = addPrefix === null ? '' : withoutSlash(addPrefix);
  return `${prefix}${rest}` || '/';
}

/** Only whole segments are taken off. */
function withoutPrefix(path: string, prefix: string): string {
  if (path === prefix) return '';
  if (!path.startsWith(`${prefix}/`)) throw new TransformFault('the path begins otherwise');
  return path.slice(prefix.length);
}

function withoutSlash(prefix: string): string {
  return prefix.replace(/\/$/, '');
}
