import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { InstallError } from '../install-error.ts';
import type { FetchTerms } from './source.ts';

const MOST_REDIRECTS = 10;
const LOOPBACK = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/;

/** Whether an address leads to this machine, where nobody listens in. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname);

/** What one download may do. */
export type DownloadTerms = Pick<FetchTerms, 'hosts' | 'timeoutMs'> & {
  /** In bytes. */
  readonly most: number;
};

/**
 * The bytes at an address: https only, except from this machine; no name or password and no fragment in the address;
 * at most ten redirects, each judged anew, and none to a host that the operator has not named; TLS 1.2 or newer; one
 * limit of time for all of it. Throws an `InstallError` otherwise.
 */
export async function download(address: string, terms: DownloadTerms): Promise<Uint8Array> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), terms.timeoutMs);
  try {
    return await follow(judged(address, terms), terms, abort.signal);
  } catch (error) {
    if (abort.signal.aborted) {
      const message = `"${address}" was not there in full after ${terms.timeoutMs / 1000} seconds`;
      throw new InstallError(
        'too_slow',
        message,
        'try again, or fetch it by other means and install the file',
      );
    }
    throw error instanceof InstallError ? error : failed(address, error);
  } finally {
    clearTimeout(timer);
  }
}

async function follow(first: URL, terms: DownloadTerms, signal: AbortSignal): Promise<Uint8Array> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await ask(url, signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = redirected(url, location, terms);
      continue;
    }
    if (status === 200) return collect(url, response, terms.most);
    response.destroy();
    if (status === 404) {
      throw new InstallError('not_found', `there is nothing at "${url}"`, 'check the name and the version');
    }
    throw new InstallError('fetch_failed', `"${url}" answers with status ${status}`, 'try again later');
  }
  throw new InstallError('redirect_refused', `"${first}" redirects more than ten times`, 'tell its owner');
}

function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const headers = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'packwright' };
  const options = { headers, signal, agent: false } as const;
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? secureRequest(url, { ...options, minVersion: 'TLSv1.2' }, resolve)
        : plainRequest(url, options, resolve);
    request.on('error', reject).end();
  });
}

async function collect(url: URL, response: IncomingMessage, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += chunk.length;
    if (size > most) {
      response.destroy();
      const limit = `${Math.floor(most / (1024 * 1024))} MiB`;
      throw new InstallError(
        'too_large',
        `"${url}" is larger than ${limit}`,
        'it is no pack, or too large for one',
      );
    }
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('the connection was closed before the end');
  return Buffer.concat(chunks);
}

function redirected(from: URL, location: string, terms: DownloadTerms): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined;
  const refuse = (why: string, hint: string) =>
    new InstallError('redirect_refused', `"${from}" redirects to "${location}", ${why}`, hint);
  if (!to) throw refuse('which is no address', 'tell its owner');
  if (from.protocol === 'https:' && to.protocol !== 'https:') {
    throw refuse('which is not protected', 'never fetch packs without TLS; tell its owner');
  }
  if (to.host !== from.host && terms.hosts?.includes(to.hostname) !== true) {
    throw refuse('which is another host', `to allow it, add "${to.hostname}" to \`install.hosts\``);
  }
  return judged(to.href, terms);
}

function judged(address: string, { hosts }: DownloadTerms): URL {
  const refuse = (why: string, hint: string) =>
    new InstallError('address_refused', `the address "${withoutSecret(address)}" ${why}`, hint);
  if (!URL.canParse(address)) throw refuse('cannot be read', 'write it as https://host/path');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    throw refuse('holds a name or a password', 'addresses are kept in the lock, so leave them out');
  }
  if (url.hash !== '') throw refuse('has a fragment', 'leave out what follows "#"');
  const isPlain = url.protocol === 'http:' && isLoopback(url);
  if (url.protocol !== 'https:' && !isPlain)
    throw refuse('is not https', 'packs are fetched over https only');
  if (hosts && !hosts.includes(url.hostname)) {
    throw new InstallError(
      'host_refused',
      `packs may not be fetched from "${url.hostname}"`,
      `the settings allow ${hosts.join(', ') || 'no host'}; add it to \`install.hosts\``,
    );
  }
  return url;
}

const withoutSecret = (address: string): string => address.replace(/\/\/[^/@]*@/, '//…@');

function failed(address: string, cause: unknown): InstallError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const words = cause instanceof Error ? cause.message : String(cause);
  const why =
    code === 'ECONNRESET' || words === 'aborted' ? 'the connection was closed before the end' : words;
  return new InstallError(
    'fetch_failed',
    `cannot fetch "${address}": ${why}`,
    'check the address and try again',
    {
      cause,
    },
  );
}
