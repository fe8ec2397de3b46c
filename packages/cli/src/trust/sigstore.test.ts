import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../fixtures/folder.ts';
import { GOOD_DIGEST, goodPack } from '../fixtures/packs.ts';
import { runHere } from '../fixtures/run-here.ts';
import { sigstoreInstance, tokenOf } from '../fixtures/sigstore-instance.ts';

const ADA = 'ada@example.com';
const ISSUER = 'https://issuer.example';

const settings = (subject: string, root = 'root.json', issuer = ISSUER) => `packs_dir: host/packs
state_dir: host/state
trust:
  signatures:
    required: true
    sigstore:
      trusted_root: ${root}
      identities: [{issuer: "${issuer}", subject: "${subject}"}]
`;

/** A pack that Ada has signed, and a host that takes nothing but what she signs. */
async function signed() {
  const { address, trustedRoot } = await sigstoreInstance();
  const cwd = folderWith({ ...goodPack('demo'), 'root.json': trustedRoot, 'packwright.yaml': settings(ADA) });
  const run = (...args: readonly string[]) =>
    runHere(args, { cwd, env: { HOME: cwd, SIGSTORE_ID_TOKEN: tokenOf(ADA, ISSUER) } });
  const signing = await run('sign', './demo', '--sigstore', '--fulcio', address, '--rekor', address);
  expect(signing).toEqual({ code: 0, stdout: 'signed demo 0.1.0 with Sigstore\n  ./demo.sig\n', stderr: '' });
  const install = async () => {
    const { code, stderr } = await run('install', './demo');
    return code === 0 ? 'installed' : (stderr.split('\n')[0] ?? '').replace('packwright install: ', '');
  };
  const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);
  return { cwd, run, install, write, address };
}

test('a pack that an identity of Sigstore signed is let in, and verified without the network', async () => {
  const { run, install } = await signed();
  expect((await run('verify', './demo')).stdout).toBe(
    `demo 0.1.0 is signed by ${ADA} (${ISSUER})\n  ${GOOD_DIGEST}\n`,
  );
  expect(await install()).toBe('installed');
});

test('other bytes, and other people, are kept out', async () => {
  const { cwd, install, write } = await signed();
  write('packwright.yaml', settings('eve@example.com'));
  expect(await install()).toBe(`the pack is signed by "${ADA}" of "${ISSUER}", who does not count`);
  // A pattern is no name.
  write('packwright.yaml', settings('.*'));
  expect(await install()).toBe(`the pack is signed by "${ADA}" of "${ISSUER}", who does not count`);
  write('packwright.yaml', settings(ADA, 'root.json', 'https://other.example'));
  expect(await install()).toContain('who does not count');
  write('packwright.yaml', settings(ADA));
  appendFileSync(join(cwd, 'demo/pack.yaml'), '\n');
  expect(await install()).toBe(
    'the Sigstore signature is for something else, not for these bytes of demo 0.1.0',
  );
});

test('a signature of another instance, one that was touched, and one without its log entry do not hold', async () => {
  const { cwd, install, write } = await signed();
  const other = await sigstoreInstance();
  write('other.json', other.trustedRoot);
  write('packwright.yaml', settings(ADA, 'other.json'));
  expect(await install()).toContain('the Sigstore signature does not hold by the trusted root: ');
  write('packwright.yaml', settings(ADA));
  const bundle = JSON.parse(readFileSync(join(cwd, 'demo.sig'), 'utf8'));
  const touched = Buffer.from(bundle.messageSignature.signature, 'base64');
  touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
  const message = { ...bundle.messageSignature, signature: touched.toString('base64') };
  write('demo.sig', JSON.stringify({ ...bundle, messageSignature: message }));
  expect(await install()).toContain('the Sigstore signature does not hold by the trusted root: ');
  const { tlogEntries: _entries, ...material } = bundle.verificationMaterial;
  write('demo.sig', JSON.stringify({ ...bundle, verificationMaterial: { ...material, tlogEntries: [] } }));
  expect(await install()).not.toBe('installed');
});

test('where no signature is required, one by nobody that counts says nothing, and one for other bytes is a fault', async () => {
  const { cwd, install, write } = await signed();
  write('packwright.yaml', settings('eve@example.com').replace('required: true', 'required: false'));
  expect(await install()).toBe('installed');
  write('packwright.yaml', 'packs_dir: other/packs\nstate_dir: other/state\n');
  expect(await install()).toBe('installed');
  appendFileSync(join(cwd, 'demo/pack.yaml'), '\n');
  expect(await install()).toContain('not for these bytes of demo 0.1.0');
});

test('what Sigstore tools sign is the statement about a pack', async () => {
  const { run } = await signed();
  expect((await run('sign', './demo', '--statement')).stdout).toBe(
    `{"pack":{"format":"emisar","id":"demo","version":"0.1.0"},"digest":"${GOOD_DIGEST}"}`,
  );
});

test('without an identity nothing is signed', async () => {
  const { address } = await sigstoreInstance();
  const cwd = folderWith(goodPack('demo'));
  const args = ['sign', './demo', '--sigstore', '--fulcio', address, '--rekor', address];
  const { code, stderr } = await runHere(args, { cwd, env: { HOME: cwd } });
  expect([code, stderr.split('\n')[0]]).toEqual([1, expect.stringContaining('Sigstore did not sign: ')]);
});
