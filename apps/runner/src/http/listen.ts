import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServeError } from '../serve-error.ts';
import { MCP_PATH } from './access.ts';
import type { McpEndpoint } from './mcp-endpoint.ts';

/** Where to listen; port 0 takes any that is free. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no more requests, ends those under way, and resolves when the port is free. */
  close(): Promise<void>;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** `HOST:PORT`, `HOST`, `:PORT` or nothing; loopback unless it says otherwise. Throws a `ServeError`. */
export function listenAddress(text: string): ListenAddress {
  const [whole, host = '', digits] = /^(\[[0-9a-fA-F:.]+\]|[^:[\]]*)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = Number(digits ?? DEFAULT_PORT);
  if (whole !== undefined && port <= 65_535)
    return { host: host.replace(/^\[|\]$/g, '') || '127.0.0.1', port };
  throw new ServeError(`"${text}" is no HOST:PORT`, `such as 127.0.0.1:${DEFAULT_PORT}`);
}

const DEFAULT_PORT = 7332;

/** The names under which a server at this address is asked, as `Host` and `Origin` have them. */
export function hostnamesOf({ host }: ListenAddress, further: readonly string[]): readonly string[] {
  const isAny = host === '0.0.0.0' || host === '::';
  const own = host.includes(':') ? `[${host}]` : host;
  return [...new Set([...LOOPBACK, ...(isAny ? [] : [own]), ...further])];
}

/** Whether only this machine can reach it. */
export const isLoopback = ({ host }: ListenAddress): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

function notListening(error: NodeJS.ErrnoException, address: string): ServeError {
  if (error.code !== 'EADDRINUSE')
    return new ServeError(`cannot listen: ${error.message}`, 'listen at another address');
  return new ServeError(
    `${address} is in use by another process`,
    'end that process, or listen at another address',
  );
}

/** Serves an endpoint. Throws a `ServeError` where the address cannot be had. */
export async function listen(endpoint: McpEndpoint, { host, port }: ListenAddress): Promise<Listening> {
  const server = createServer((request, response) => void endpoint.handle(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(notListening(error, `${host}:${port}`)));
    server.listen(port, host, resolve);
  });
  const { address, port: taken, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}${MCP_PATH}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await endpoint.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
