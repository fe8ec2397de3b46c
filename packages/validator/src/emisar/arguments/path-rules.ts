import { canonicalRule, canonicalValue } from './canonical-path.ts';
import { cleanHostPath, isUnder } from './clean-host-path.ts';
import type { ArgumentValidation, PathList } from './declaration.ts';
import type { HostPaths } from './host-paths.ts';
import type { ValueCode } from './problem.ts';
import { quote } from './quote.ts';

/** The path that may be passed on, or the rule that forbids it. */
export type PathDecision =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly code: ValueCode; readonly message: string };

const refused = (code: ValueCode, message: string): PathDecision => ({ ok: false, code, message });

/** The four lists of one argument on one machine. */
export class PathRules {
  readonly #validation: ArgumentValidation;
  readonly #host: HostPaths;
  readonly #resolved = new Map<PathList, readonly string[] | undefined>();

  constructor(validation: ArgumentValidation, host: HostPaths) {
    this.#validation = validation;
    this.#host = host;
  }

  /** Judges a path first as written and then where it really leads. The order of the checks decides the code. */
  decide(value: string): PathDecision {
    const path = cleanHostPath(value);
    const denied = this.#asWritten('denied_paths').includes(path);
    if (denied) return refused('denied_paths', `is ${quote(path)}, which is denied`);
    const above = this.#asWritten('denied_prefixes').find((prefix) => isUnder(path, prefix));
    if (above !== undefined) return refused('denied_prefixes', inDenied(path, above));
    const real = canonicalValue(path, this.#host);
    if (real === undefined)
      return refused('path', `is ${quote(path)}, which has a part that cannot be followed`);
    if (!real.startsWith('/')) return refused('path', `is ${quote(path)}, which is not an absolute path`);
    return (
      this.#refusal('allowed_paths', (paths) => this.#outsidePaths(paths, real)) ??
      this.#refusal('denied_paths', (paths) =>
        paths.includes(real) ? `leads to ${quote(real)}, which is denied` : '',
      ) ??
      this.#refusal('allowed_prefixes', (prefixes) => this.#outsidePrefixes(prefixes, real)) ??
      this.#refusal('denied_prefixes', (prefixes) => {
        const prefix = prefixes.find((directory) => isUnder(real, directory));
        return prefix === undefined ? '' : inDenied(real, prefix);
      }) ?? { ok: true, path: real }
    );
  }

  #outsidePaths(paths: readonly string[], real: string): string {
    return paths.length === 0 || paths.includes(real)
      ? ''
      : `is ${quote(real)}, which is not one of the allowed paths`;
  }

  #outsidePrefixes(prefixes: readonly string[], real: string): string {
    if (prefixes.length === 0 || prefixes.some((prefix) => isUnder(real, prefix))) return '';
    return `is ${quote(real)}, which is in none of the allowed directories`;
  }

  #refusal(list: PathList, complaint: (paths: readonly string[]) => string): PathDecision | undefined {
    const paths = this.#resolve(list);
    if (!paths)
      return refused(
        'path',
        `cannot be judged, since a path of "${list}" has a part that cannot be followed`,
      );
    const message = complaint(paths);
    return message === '' ? undefined : refused(list, message);
  }

  #asWritten(list: PathList): readonly string[] {
    return (this.#validation[list] ?? []).map(cleanHostPath);
  }

  #resolve(list: PathList): readonly string[] | undefined {
    if (this.#resolved.has(list)) return this.#resolved.get(list);
    const real = this.#asWritten(list).map((path) => canonicalRule(path, this.#host));
    const resolved = real.includes(undefined) ? undefined : (real as readonly string[]);
    this.#resolved.set(list, resolved);
    return resolved;
  }
}

const inDenied = (path: string, directory: string): string =>
  `is ${quote(path)}, which is in the denied directory ${quote(directory)}`;
