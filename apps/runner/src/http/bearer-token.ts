import { randomBytes } from 'node:crypto';
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ServeError } from '../serve-error.ts';

/** As RFC 6750 has it; shorter ones could be guessed. */
const TOKEN = /^[A-Za-z0-9._~+/-]{32,512}=*$/;
const VARIABLE = 'PACKWRIGHT_MCP_TOKEN';

/**
 * The token that every request has to bring: from the environment, else from a file that only its user can read, which
 * is made on the first start. Throws a `ServeError` for a token that others could know.
 */
export function bearerToken(env: Readonly<Record<string, string | undefined>>, path: string): string {
  const given = env[VARIABLE];
  if (given !== undefined && given !== '') return checked(given, `\`${VARIABLE}\``);
  return readToken(path) ?? makeToken(path);
}

function readToken(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ELOOP') throw new ServeError(`${path} is a link`, 'put the token into a file of its own');
    throw error;
  }
  try {
    const { mode, uid } = fstatSync(file);
    if ((mode & 0o077) !== 0)
      throw new ServeError(
        `others than its user can read ${path}`,
        `chmod 600 ${path}, and change the token`,
      );
    if (uid !== 0 && uid !== process.getuid?.())
      throw new ServeError(`${path} belongs to another user`, 'the user of the server has to own it');
    return checked(readFileSync(file, 'utf8').trim(), path);
  } finally {
    closeSync(file);
  }
}

function makeToken(path: string): string {
  const token = randomBytes(32).toString('base64url');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${token}\n`, { flag: 'wx', mode: 0o600 });
  return token;
}

function checked(token: string, place: string): string {
  if (TOKEN.test(token)) return token;
  throw new ServeError(
    `the token in ${place} is no bearer token of 32 characters or more`,
    'make one with `openssl rand -hex 32`',
  );
}
