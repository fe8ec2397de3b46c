import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { hostnamesOf, isLoopback, listen, listenAddress } from './listen.ts';

test.each([
  ['', '127.0.0.1', 7332],
  [':80', '127.0.0.1', 80],
  ['localhost', 'localhost', 7332],
  ['0.0.0.0:8080', '0.0.0.0', 8080],
  ['[::1]:0', '::1', 0],
  ['host.example:65535', 'host.example', 65_535],
])('"%s" is the host %s and the port %i', (text, host, port) => {
  expect(listenAddress(text)).toEqual({ host, port });
});

test.each(['host:65536', 'host:', '::1', 'host:80:80', '[::1', 'http://host'])(
  '"%s" is no address',
  (text) => {
    expect(() => listenAddress(text)).toThrow(`"${text}" is no HOST:PORT`);
  },
);

test('a server is asked by the names of this machine, its own, and those that the operator adds', () => {
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  expect(hostnamesOf({ host: '10.0.0.5', port: 1 }, [])).toEqual([...loopback, '10.0.0.5']);
  expect(hostnamesOf({ host: '0.0.0.0', port: 1 }, ['a.example'])).toEqual([...loopback, 'a.example']);
  expect(hostnamesOf({ host: '::', port: 1 }, [])).toEqual(loopback);
  expect(hostnamesOf({ host: 'fd00::1', port: 1 }, [])).toEqual([...loopback, '[fd00::1]']);
});

test.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example', false],
])('only this machine reaches %s: %s', (host, is) => {
  expect(isLoopback({ host, port: 1 })).toBe(is);
});

test('where somebody else listens it is said, with no option that one of the programs does not have', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const endpoint = { handle: async () => {}, close: async () => {} };
  await expect(listen(endpoint, { host: '127.0.0.1', port })).rejects.toMatchObject({
    message: `127.0.0.1:${port} is in use by another process`,
    hint: 'end that process, or listen at another address',
  });
  taken.close();
});
