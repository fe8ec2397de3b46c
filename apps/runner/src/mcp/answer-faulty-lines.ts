import type { Readable, Writable } from 'node:stream';
import {
  INVALID_REQUEST,
  PARSE_ERROR,
  parseJSONRPCMessage,
  STDIO_DEFAULT_MAX_BUFFER_SIZE,
} from '@modelcontextprotocol/server';

/**
 * Answers each line that is no JSON, or no message, with the error that JSON-RPC 2.0 has for it (5.1); the transport of
 * the SDK passes over such lines in silence. Reads beside the transport and takes nothing from it. A line that is too
 * long for the transport, which closes then, ends this too and is told to `onOverflow`. Returns what ends it.
 */
export function answerFaultyLines(input: Readable, output: Writable, onOverflow: () => void): () => void {
  let rest = Buffer.alloc(0);
  const read = (chunk: Buffer): void => {
    if (rest.length + chunk.length > STDIO_DEFAULT_MAX_BUFFER_SIZE) {
      stop();
      onOverflow();
      return;
    }
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const answer = answerTo(rest.toString('utf8', 0, end));
      if (answer) output.write(`${JSON.stringify(answer)}\n`);
      rest = rest.subarray(end + 1);
    }
  };
  const stop = (): void => void input.off('data', read);
  input.on('data', read);
  return stop;
}

function answerTo(line: string): object | undefined {
  if (line.trim() === '') return undefined;
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return failure(PARSE_ERROR, 'the line is no JSON', null);
  }
  try {
    parseJSONRPCMessage(message);
    return undefined;
  } catch {
    const { id, result, error } = Object(message);
    // Two that answer the answers of each other would never end.
    if (result !== undefined || error !== undefined) return undefined;
    const known = typeof id === 'string' || typeof id === 'number' ? id : null;
    return failure(INVALID_REQUEST, 'the line is no request of JSON-RPC 2.0', known);
  }
}

const failure = (code: number, message: string, id: string | number | null) => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
});
