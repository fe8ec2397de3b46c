import type { IncomingMessage, ServerResponse } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, isLegacyRequest } from '@modelcontextprotocol/server';
import { createServer } from '../mcp/create-server.ts';
import type { Served } from '../mcp/served.ts';
import { type Access, accessGuard } from './access.ts';
import { Sessions } from './sessions.ts';

/** The protocol over HTTP, to be mounted on a server of Node. */
export interface McpEndpoint {
  /** Answers one request, whatever it is; never rejects. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Ends all calls and sessions. */
  close(): Promise<void>;
}

type Asked = { readonly method: string; readonly url: string };

/** Arguments may weigh 32 KiB; a message leaves room for what stands around them. */
const MOST_BYTES = 256 * 1024;

/**
 * Serves both generations of the protocol: 2026-07-28 call by call, and the earlier ones in sessions. Whoever asks has
 * to bring the token. Where policy has a person asked, the channel is `elicitation-http`.
 */
export function mcpEndpoint(served: Served, access: Access, onError: (error: Error) => void): McpEndpoint {
  const newServer = () => createServer(served, 'elicitation-http');
  const limits = { maxRequestBodySize: MOST_BYTES, onerror: onError };
  const calls = createMcpHandler(newServer, { ...limits, legacy: 'reject' });
  const sessions = new Sessions(newServer);
  const mayPass = accessGuard(access);
  const serve = toNodeHandler(
    {
      fetch: async (request) =>
        (await isLegacyRequest(request)) ? sessions.fetch(request) : calls.fetch(request),
    },
    limits,
  );
  return {
    async handle(request, response) {
      // Whatever a server of Node is asked has a method and an address.
      if (mayPass(request, response)) await serve(request as IncomingMessage & Asked, response);
    },
    async close() {
      await Promise.all([calls.close(), sessions.close()]);
    },
  };
}
