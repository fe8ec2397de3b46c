import { randomUUID } from 'node:crypto';
import { type McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';

interface Session {
  readonly server: McpServer;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  lastUsed: number;
}

/** Longer than any call lasts, whose user may take ten minutes for an answer. */
const BUSY_MS = 15 * 60_000;
const MOST_SESSIONS = 1_000;
const HEADER = 'mcp-session-id';

/**
 * Clients of the protocol up to 2025-11-25, each with a server of its own: only within a session do a cancellation and
 * the answer of a user reach the call that they belong to.
 */
export class Sessions {
  readonly #open = new Map<string, Session>();
  readonly #newServer: () => McpServer;

  constructor(newServer: () => McpServer) {
    this.#newServer = newServer;
  }

  async fetch(request: Request): Promise<Response> {
    const id = request.headers.get(HEADER);
    const session = id === null ? await this.#begin() : this.#open.get(id);
    if (session === undefined) return refused(404, 'there is no such session; begin another one');
    if (session === 'full') return refused(503, `${MOST_SESSIONS} sessions are in use; end one of them`);
    session.lastUsed = Date.now();
    const response = await session.transport.handleRequest(request);
    // What did not begin with an `initialize` was refused, and left nothing.
    if (session.transport.sessionId === undefined) await session.server.close();
    return response;
  }

  async close(): Promise<void> {
    const sessions = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(sessions.map(({ server }) => server.close()));
  }

  async #begin(): Promise<Session | 'full'> {
    if (this.#open.size >= MOST_SESSIONS && !(await this.#endIdle())) return 'full';
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void this.#open.set(id, session),
      onsessionclosed: (id) => void this.#open.delete(id),
    });
    const session: Session = { server: this.#newServer(), transport, lastUsed: Date.now() };
    await session.server.connect(transport);
    return session;
  }

  /** Ends the session that has been silent longest, unless a call of it may still be under way. */
  async #endIdle(): Promise<boolean> {
    const [id, session] = [...this.#open].reduce((a, b) => (a[1].lastUsed <= b[1].lastUsed ? a : b));
    if (Date.now() - session.lastUsed < BUSY_MS) return false;
    this.#open.delete(id);
    await session.server.close();
    return true;
  }
}

const refused = (status: number, message: string): Response =>
  Response.json({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null }, { status });
