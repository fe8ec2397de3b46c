import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CapabilityRequest } from '@packwright/capabilities';
import { isSystemError } from '../system-error.ts';
import { UsageError } from '../usage-error.ts';

/** How the command line tells a request. */
export interface TypedRequest {
  /** `GET https://host/path`, a URL alone, or the name of a JSON file. */
  readonly request: string;
  /** Each `Name: value`. */
  readonly headers: readonly string[];
  /** A file, `-` for standard input; nothing for no body. */
  readonly body: string | undefined;
}

const SHORT_FORM = 'write --request="GET https://host/path"';
const KEYS = ['method', 'url', 'headers', 'body', 'serverName'] as const;

/** The request that the command line tells. Throws a `UsageError` that says what is missing. */
export function readTypedRequest({ request, headers, body }: TypedRequest, cwd: string): CapabilityRequest {
  const told = isShortForm(request) ? shortForm(request) : jsonFile(request, cwd);
  const all = { ...told.headers, ...headerFields(headers) };
  return {
    ...told,
    now: new Date(),
    ...(Object.keys(all).length > 0 && { headers: all }),
    ...(body !== undefined && { body: bytesOf(body === '-' ? 0 : resolve(cwd, body), body) }),
  };
}

type ToldRequest = Omit<CapabilityRequest, 'now'>;

const isShortForm = (text: string): boolean => /\s|:\/\//.test(text);

function shortForm(text: string): ToldRequest {
  const [first = '', second, ...rest] = text.trim().split(/\s+/);
  const [method, url] = second === undefined ? ['GET', first] : [first, second];
  if (rest.length > 0) throw new UsageError(`"${text}" is more than a method and a URL`, SHORT_FORM);
  if (!/^https?:\/\//i.test(url)) throw new UsageError(`"${url}" is no http or https URL`, SHORT_FORM);
  return { method, url };
}

function jsonFile(file: string, cwd: string): ToldRequest {
  const text = new TextDecoder().decode(bytesOf(resolve(cwd, file), file));
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`"${file}" is no JSON: ${(error as Error).message}`, SHORT_FORM);
  }
  if (typeof told !== 'object' || told === null || Array.isArray(told)) {
    throw new UsageError(`"${file}" holds no object`, 'write {"method": "GET", "url": "https://host/path"}');
  }
  return checked(told as Record<string, unknown>, file);
}

function checked(told: Record<string, unknown>, file: string): ToldRequest {
  for (const key of Object.keys(told)) {
    if ((KEYS as readonly string[]).includes(key)) continue;
    throw new UsageError(`"${file}" has the unknown key "${key}"`, `it takes ${KEYS.join(', ')}`, {
      word: key,
      among: KEYS,
    });
  }
  const { method = 'GET', url, headers, body, serverName } = told;
  if (typeof url !== 'string') throw new UsageError(`"${file}" has no "url"`, 'add the whole URL as text');
  if (typeof method !== 'string') throw new UsageError(`"method" in "${file}" is no text`);
  if (serverName !== undefined && typeof serverName !== 'string')
    throw new UsageError(`"serverName" in "${file}" is no text`);
  return {
    method,
    url,
    ...(headers !== undefined && { headers: fieldsOf(headers, file) }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(serverName !== undefined && { serverName }),
  };
}

function fieldsOf(headers: unknown, file: string): Record<string, string | string[]> {
  const isText = (value: unknown): boolean => typeof value === 'string';
  const isField = (value: unknown): boolean => isText(value) || (Array.isArray(value) && value.every(isText));
  const isObject = typeof headers === 'object' && headers !== null && !Array.isArray(headers);
  if (!isObject || !Object.values(headers).every(isField))
    throw new UsageError(`"headers" in "${file}" are not texts by name`, 'write {"accept": "text/html"}');
  return headers as Record<string, string | string[]>;
}

function headerFields(headers: readonly string[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const header of headers) {
    const colon = header.indexOf(':');
    if (colon < 1) throw new UsageError(`"${header}" is no header`, 'write --header="Accept: text/html"');
    const name = header.slice(0, colon).trim();
    fields[name] = [...(fields[name] ?? []), header.slice(colon + 1).trim()];
  }
  return fields;
}

function bytesOf(file: string | 0, shown: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const reason = error.code === 'ENOENT' ? 'does not exist' : `cannot be read: ${error.message}`;
    throw new UsageError(`"${shown}" ${reason}`, SHORT_FORM);
  }
}
