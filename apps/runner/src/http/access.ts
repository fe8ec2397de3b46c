import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostHeaderValidation, originValidation } from '@modelcontextprotocol/node';

/** Who may ask. */
export interface Access {
  readonly token: string;
  /** The names under which this server is asked, without ports; IPv6 addresses in brackets. */
  readonly hostnames: readonly string[];
}

/** Where the protocol is served. */
export const MCP_PATH = '/mcp';

/**
 * Lets a request pass, or answers it. A browser that was led here by a foreign page is stopped by its `Host` and
 * `Origin`, everybody without the token by that. Nothing of a body has been read by then.
 */
export function accessGuard({ token, hostnames }: Access) {
  const checks = [
    hostHeaderValidation([...hostnames]),
    originValidation([...hostnames]),
    (request: IncomingMessage, response: ServerResponse): boolean => {
      if (request.url?.split('?', 1)[0] === MCP_PATH) return true;
      return refuse(response, 404, `nothing is served here; the address is ${MCP_PATH}`);
    },
    (request: IncomingMessage, response: ServerResponse): boolean => {
      if (isToken(request.headers.authorization, token)) return true;
      response.setHeader('www-authenticate', 'Bearer realm="packwright"');
      return refuse(response, 401, 'the bearer token is missing or not the one of this server');
    },
  ];
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { shouldKeepAlive } = response;
    // Whoever is refused with a body under way gets no second request on this connection.
    response.shouldKeepAlive = false;
    if (!checks.every((check) => check(request, response))) return false;
    response.shouldKeepAlive = shouldKeepAlive;
    return true;
  };
}

/** Compared by their hashes, so that the time says nothing of how much of it was right. */
function isToken(header: string | undefined, token: string): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  return given !== undefined && timingSafeEqual(hash(given), hash(token));
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

function refuse(response: ServerResponse, status: number, message: string): false {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }));
  return false;
}
