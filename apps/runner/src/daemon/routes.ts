import type { ServerResponse } from 'node:http';
import { hostHeaderValidation } from '@modelcontextprotocol/node';
import { MCP_PATH } from '../http/access.ts';
import type { McpEndpoint } from '../http/mcp-endpoint.ts';
import type { Metrics } from './metrics.ts';

/** Whether the daemon can do its work, and what it is doing. */
export interface Health {
  readonly ready: boolean;
  /** Why not, or what is not as it should be; empty when all is well. */
  readonly problems: readonly string[];
  readonly [detail: string]: unknown;
}

export interface Routes {
  readonly mcp: McpEndpoint;
  readonly metrics: Metrics;
  readonly health: () => Health;
  readonly hostnames: readonly string[];
}

/** Everything that the daemon answers, on one port: the protocol for who has the token, health and figures for who is on this machine. */
export function routes({ mcp, metrics, health, hostnames }: Routes): McpEndpoint {
  const isAskedAsUs = hostHeaderValidation([...hostnames]);
  return {
    close: () => mcp.close(),
    async handle(request, response) {
      const path = request.url?.split('?', 1)[0] ?? '';
      if (path === MCP_PATH) return mcp.handle(request, response);
      // A page that a browser was led to by another name reads nothing here.
      if (!isAskedAsUs(request, response)) return;
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return answer(response, 405, { error: 'ask by GET' });
      if (path === '/metrics') return metrics.handle(request, response);
      if (path === '/healthz') return answer(response, 200, { alive: true });
      if (path !== '/readyz') return answer(response, 404, { error: `nothing is served here: ${KNOWN}` });
      const state = health();
      answer(response, state.ready ? 200 : 503, state);
    },
  };
}

const KNOWN = `${MCP_PATH}, /healthz, /readyz and /metrics are`;

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
