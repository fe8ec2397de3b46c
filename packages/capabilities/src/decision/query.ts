/** One `name=value` of a query, as it was sent and as it reads. */
export interface QueryPart {
  readonly raw: string;
  readonly name: string;
  readonly value: string;
}

/** The parts of a query in their order; empty ones are no parts. */
export function queryParts(query: string | null): readonly QueryPart[] {
  const parts = (query ?? '').split('&').filter((raw) => raw !== '');
  return parts.map((raw) => {
    const equals = raw.indexOf('=');
    const [name, value] = equals === -1 ? [raw, ''] : [raw.slice(0, equals), raw.slice(equals + 1)];
    return { raw, name: decoded(name), value: decoded(value) };
  });
}

/** A part as it is sent. */
export function writeQueryPart(name: string, value: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}

/** Text that is no encoding of UTF-8 stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
