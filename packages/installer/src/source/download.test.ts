import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { needsProgram } from '@packwright/vitest';
import { expect, test } from 'vitest';
import { newFolder } from '../fixtures/packs.ts';

const program = join(import.meta.dirname, '../fixtures/download-process.ts');
const run = promisify(execFile);

needsProgram('openssl', 'openssl', (openssl) => {
  test('a server is believed by its certificate alone, and never leads away from TLS', async () => {
    const folder = newFolder();
    const [keyFile, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const files = ['-keyout', keyFile, '-out', certificate];
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    execFileSync(openssl, ['req', '-x509', ...kind, ...files, ...names], { stdio: 'pipe' });
    const options = { key: readFileSync(keyFile), cert: readFileSync(certificate) };
    const server = createServer(options, ({ url }, response) => {
      if (url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:9/pack' }).end();
      else if (url === '/round') response.writeHead(302, { location: '/pack' }).end();
      else response.end('a pack');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = async (path: string, believed: boolean) => {
      const env = { PATH: process.env.PATH, ...(believed && { NODE_EXTRA_CA_CERTS: certificate }) };
      return (await run(process.execPath, [program, `${origin}${path}`, '127.0.0.1'], { env })).stdout;
    };
    try {
      const answers = [
        answer('/pack', true),
        answer('/round', true),
        answer('/away', true),
        answer('/pack', false),
      ];
      expect(await Promise.all(answers)).toEqual([
        'a pack',
        'a pack',
        `redirect_refused: "${origin}/away" redirects to "http://127.0.0.1:9/pack", which is not protected`,
        expect.stringMatching(/^fetch_failed: cannot fetch .*self-signed certificate/),
      ]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
