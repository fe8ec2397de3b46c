import type { ExactJson } from '@packwright/values';
import type { ExpressionInput } from '../expression/compile-expression.ts';
import { countValues, expressionValue, Members } from '../expression/values.ts';
import type { NormalPath } from '../path/normal-path.ts';
import { countCharacters, type Headers } from './headers.ts';
import { type JsonBody, MOST_BODY_BYTES, readJson } from './json-body.ts';
import { queryParts } from './query.ts';
import type { CapabilityRequest, TaskContext, WorkspaceContext } from './request.ts';
import type { Target } from './target.ts';

const NO_WORKSPACE: WorkspaceContext = { id: '', role: '', environment: '' };
const NO_TASK: TaskContext = { id: '' };

/** One normalised request. What is costly to read of it is read when it is asked for, and once. */
export class Exchange {
  readonly method: string;
  readonly target: Target;
  readonly path: NormalPath;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly now: Date;
  readonly workspace: WorkspaceContext;
  readonly task: TaskContext;
  #body: JsonBody | undefined;
  #head: ExpressionInput | undefined;
  #whole: ExpressionInput | undefined;

  constructor(request: CapabilityRequest, parts: { target: Target; path: NormalPath; headers: Headers }) {
    const { workspace = NO_WORKSPACE, task = NO_TASK } = request;
    // ASCII only: to `toUpperCase`, "POſT" is "POST".
    this.method = request.method.replace(/[a-z]/g, (letter) => letter.toUpperCase());
    this.target = parts.target;
    this.path = parts.path;
    this.headers = parts.headers;
    this.body = bytesOf(request.body);
    this.now = request.now;
    this.workspace = workspace;
    this.task = task;
  }

  get isTooLarge(): boolean {
    return this.body.length > MOST_BODY_BYTES;
  }

  /** The body as JSON. */
  get jsonBody(): JsonBody {
    this.#body ??= readJson(this.body, this.headers, MOST_BODY_BYTES);
    return this.#body;
  }

  /** The body; nothing when it is not JSON. */
  get json(): ExactJson | undefined {
    return this.jsonBody.ok ? this.jsonBody.json : undefined;
  }

  /** What expressions read that do not look at the body. */
  get head(): ExpressionInput {
    this.#head ??= {
      variables: this.#variables(null),
      size: { values: this.headers.size, characters: this.#size },
    };
    return this.#head;
  }

  /** What expressions read that look at the body; a body that is not JSON reads as null. */
  get whole(): ExpressionInput {
    const { json } = this;
    this.#whole ??= {
      variables: this.#variables(json === undefined ? null : expressionValue(json)),
      size: {
        values: this.headers.size + (json === undefined ? 0 : countValues(json)),
        characters: this.#size + this.body.length,
      },
    };
    return this.#whole;
  }

  get #size(): number {
    return countCharacters(this.headers) + this.target.path.length + (this.target.query?.length ?? 0);
  }

  #variables(body: unknown): Readonly<Record<string, unknown>> {
    const { scheme, host, port, query } = this.target;
    const request = {
      method: this.method,
      scheme,
      host,
      port: BigInt(port),
      path: `/${this.path.join('/')}`,
      segments: this.path,
      query: queryMembers(query),
      headers: new Members(this.headers),
      body,
      body_size: BigInt(this.body.length),
    };
    return { request, workspace: this.workspace, task: this.task, now: this.now };
  }
}

/** The bytes of a body; a text is sent as UTF-8. */
export function bytesOf(body: string | Uint8Array = ''): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

function queryMembers(query: string | null): Members {
  const members = new Members();
  for (const { name, value } of queryParts(query))
    members.set(name, [...((members.get(name) as readonly string[] | undefined) ?? []), value]);
  return members;
}
