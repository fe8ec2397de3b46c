import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { compareUtf8 } from '@packwright/values';
import { pack } from 'tar-stream';

/**
 * The tarball of a published pack (specs/emisar 5.3): the files of its hash sorted by name, without owner and time,
 * `*.sh` executable, gzipped as tightly as can be. The same files give the same bytes.
 */
export async function tarball(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Uint8Array> {
  const archive = pack();
  const whole = buffer(archive);
  for (const { name, bytes } of files.toSorted((a, b) => compareUtf8(a.name, b.name))) {
    const mode = name.endsWith('.sh') ? 0o755 : 0o644;
    archive.entry({ name, mode, mtime: new Date(0), uid: 0, gid: 0, type: 'file' }, Buffer.from(bytes));
  }
  archive.finalize();
  return gzipSync(await whole, { level: 9 });
}
