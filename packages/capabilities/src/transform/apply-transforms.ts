import { type ExactJson, writeExactJson } from '@packwright/values';
import type { Exchange } from '../decision/exchange.ts';
import type { ExpressionInput } from '../expression/compile-expression.ts';
import { applyBody } from './apply-body.ts';
import { applyHeaders, type MutableHeaders } from './apply-headers.ts';
import { applyPath } from './apply-path.ts';
import { applyQuery } from './apply-query.ts';
import { TransformFault } from './evaluate.ts';
import type { ForwardedAuth, ForwardedRequest } from './forwarded-request.ts';
import type { Change, Transform } from './transform.ts';

/** The request as it goes on, or the transform that could not be applied: nothing half-changed goes anywhere. */
export type Applied =
  | { readonly ok: true; readonly forward: ForwardedRequest }
  | { readonly ok: false; readonly transform: string; readonly detail: string };

const ORDER: readonly Change['kind'][] = ['path', 'query', 'headers', 'body', 'auth'];

/**
 * Applies transforms one after the other, each to what those before it left. Expressions see the request as it arrived,
 * not what other transforms made of it (specs/evershell 3.10).
 */
export function applyTransforms(
  transforms: readonly Transform[],
  exchange: Exchange,
  secrets: ReadonlyMap<string, unknown>,
): Applied {
  const draft = draftOf(exchange, secrets);
  for (const { name, change } of transforms) {
    try {
      apply(change, name, draft, exchange);
    } catch (error) {
      if (!(error instanceof TransformFault)) throw error;
      return { ok: false, transform: name, detail: error.message };
    }
  }
  return { ok: true, forward: finished(draft, exchange) };
}

/** Transforms in the order in which they are applied: class by class, as their author has them within a class. */
export function ordered(transforms: readonly Transform[]): readonly Transform[] {
  return ORDER.flatMap((kind) => transforms.filter(({ change }) => change.kind === kind));
}

interface Draft {
  readonly input: ExpressionInput;
  path: string;
  query: string | null;
  readonly headers: MutableHeaders;
  /** Nothing while the bytes stay as they are. */
  json: ExactJson | undefined;
  auth: ForwardedAuth | null;
}

function draftOf(exchange: Exchange, secrets: ReadonlyMap<string, unknown>): Draft {
  const { path, query } = exchange.target;
  // A body is parsed only when an expression is there that could read it.
  const input: ExpressionInput = {
    get variables() {
      return { ...exchange.whole.variables, secrets };
    },
    get size() {
      return exchange.whole.size;
    },
  };
  return { input, path, query, headers: new Map(exchange.headers), json: undefined, auth: null };
}

function apply(change: Change, name: string, draft: Draft, exchange: Exchange): void {
  switch (change.kind) {
    case 'path':
      draft.path = applyPath(change, draft.path, draft.input);
      return;
    case 'query':
      draft.query = applyQuery(change, draft.query, draft.input);
      return;
    case 'headers':
      applyHeaders(change, draft.headers, draft.input);
      return;
    case 'body': {
      const json = draft.json ?? exchange.json;
      if (json === undefined) throw new TransformFault('the body is not JSON');
      draft.json = applyBody(change, json, draft.input);
      return;
    }
    case 'auth':
      draft.auth = { transform: name, credential: change.credential, scopes: change.scopes };
  }
}

function finished({ path, query, headers, json, auth }: Draft, exchange: Exchange): ForwardedRequest {
  const { scheme, host, port } = exchange.target;
  const body = json === undefined ? exchange.body : new TextEncoder().encode(writeExactJson(json));
  if (json !== undefined) {
    headers.delete('transfer-encoding');
    headers.set('content-length', [String(body.length)]);
  }
  const { method } = exchange;
  return { method, scheme, host, port, path, query, headers: Object.fromEntries(headers), body, auth };
}
