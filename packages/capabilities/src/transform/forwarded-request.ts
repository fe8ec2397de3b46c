/** A request as it goes on to the host, without the credential that the platform still has to add. Plain data. */
export interface ForwardedRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly port: number;
  /** Byte for byte as it was sent, unless a transform changed it. */
  readonly path: string;
  /** Null for none. */
  readonly query: string | null;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Uint8Array;
  /** The credential to authenticate the finished request with; null for none. */
  readonly auth: ForwardedAuth | null;
}

export interface ForwardedAuth {
  readonly transform: string;
  readonly credential: string;
  /** Null for the scopes of the credential. */
  readonly scopes: readonly string[] | null;
}
