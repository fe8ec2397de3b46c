import * as z from '@packwright/schema/zod';
import { parseJsonText } from '@packwright/values';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { isSignedBy, publicKeyOf, signBytes } from './key.ts';

/** Signed bytes with their signatures, as DSSE 1.0 frames them: a signature covers the type as well. */
const Envelope = z.strictObject({
  payloadType: z.string().min(1),
  payload: z.string(),
  signatures: z.array(z.strictObject({ keyid: z.string(), sig: z.string() })),
});

/** The payload of an envelope, and a question: whether a key signed it. */
export interface OpenEnvelope {
  readonly payload: string;
  isSignedBy(publicKey: string): boolean;
}

/** Signs text of a type with every key; undefined where one of them is no secret key. */
export function sealEnvelope(
  payloadType: string,
  payload: string,
  secretKeys: readonly string[],
): string | undefined {
  const bytes = new TextEncoder().encode(payload);
  const signatures = signaturesOf(payloadType, bytes, secretKeys);
  return signatures && written({ payloadType, payload: toBase64Url(bytes), signatures });
}

function signaturesOf(
  payloadType: string,
  payload: Uint8Array,
  secretKeys: readonly string[],
): z.infer<typeof Envelope>['signatures'] | undefined {
  const framed = frame(payloadType, payload);
  const signatures: { keyid: string; sig: string }[] = [];
  for (const secretKey of secretKeys) {
    const keyid = publicKeyOf(secretKey);
    const sig = signBytes(framed, secretKey);
    if (keyid === undefined || sig === undefined) return undefined;
    signatures.push({ keyid, sig });
  }
  return signatures;
}

const written = (envelope: z.infer<typeof Envelope>): string => `${JSON.stringify(envelope, null, 2)}\n`;

/** Adds signatures to an envelope, whose payload stays as it is; undefined where one of the keys is no secret key. */
export function countersign(text: string, secretKeys: readonly string[]): string | undefined {
  const { payloadType, payload, signatures } = Envelope.parse(parseJsonText(text));
  const added = signaturesOf(payloadType, fromBase64Url(payload) ?? new Uint8Array(), secretKeys);
  if (!added) return undefined;
  const kept = signatures.filter(({ sig }) => !added.some((each) => each.sig === sig));
  return written({ payloadType, payload, signatures: [...kept, ...added] });
}

/** Reads an envelope of a type; undefined for anything else. It says nothing about who signed it until asked. */
export function openEnvelope(text: string, payloadType: string): OpenEnvelope | undefined {
  const { success, data } = Envelope.safeParse(parseJsonText(text));
  if (!success || data.payloadType !== payloadType) return undefined;
  const bytes = fromBase64Url(data.payload);
  const payload = bytes && decoded(bytes);
  if (bytes === undefined || payload === undefined) return undefined;
  const framed = frame(payloadType, bytes);
  return {
    payload,
    // The key that is asked about decides, never the one that the envelope names.
    isSignedBy: (publicKey) => data.signatures.some(({ sig }) => isSignedBy(framed, sig, publicKey)),
  };
}

/** What DSSE signs: lengths and texts, so that no two envelopes have the same bytes. */
function frame(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = new TextEncoder().encode(payloadType);
  const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `;
  const start = new TextEncoder().encode(head);
  const framed = new Uint8Array(start.length + payload.length);
  framed.set(start);
  framed.set(payload, start.length);
  return framed;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
