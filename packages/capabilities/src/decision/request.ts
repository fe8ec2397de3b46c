/** Headers by name in any case; several values of one name as a list. */
export type HeaderFields = Readonly<Record<string, string | readonly string[]>>;

/** One request of an agent, as it arrives. */
export interface CapabilityRequest {
  readonly method: string;
  /** The whole URL as it was sent, nothing resolved: `https://host:port/path?query`. */
  readonly url: string;
  readonly headers?: HeaderFields;
  /** Text is taken as UTF-8. */
  readonly body?: string | Uint8Array;
  /** The name that the TLS handshake asked for; the host of the URL when left out. */
  readonly serverName?: string;
  /** When it arrived. */
  readonly now: Date;
  readonly workspace?: WorkspaceContext;
  readonly task?: TaskContext;
  /** Whether the connection showed a token that is in force; true when left out. */
  readonly hasToken?: boolean;
}

export interface WorkspaceContext {
  readonly id: string;
  readonly role: string;
  readonly environment: string;
}

export interface TaskContext {
  readonly id: string;
}
