import { InstallError } from './install-error.ts';

/** What an operator asks to have installed. */
export type PackRequest =
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'name'; readonly name: string; readonly version: string | undefined };

const NAME = /^[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)*$/;
const VERSION = /^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/;

/**
 * Reads a request as operators know it (specs/emisar 6.6): an address, a path, or the name of a pack, alone or with
 * `=version` (`@version` as Attune writes it). Throws an `InstallError` for anything else.
 */
export function parseRequest(text: string, isPath: (text: string) => boolean): PackRequest {
  if (/^https?:\/\//.test(text)) return { kind: 'address', url: text };
  if (text.includes('/') || text.startsWith('.') || isPath(text)) return { kind: 'path', path: text };
  const at = text.search(/[=@]/);
  const name = at < 0 ? text : text.slice(0, at);
  const version = at < 0 ? undefined : text.slice(at + 1);
  if (NAME.test(name) && name.length <= 128 && (version === undefined || VERSION.test(version))) {
    return { kind: 'name', name, version };
  }
  throw new InstallError(
    'request_unclear',
    `"${text}" names no pack`,
    'write a name, name=version, a path, or an https address',
  );
}
