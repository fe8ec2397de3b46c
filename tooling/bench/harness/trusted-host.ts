import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type LoadedPack, loadPack } from '@packwright/engine';
import { emptyTrustFile, seePack, type TrustFile, trustPack, writeTrustFile } from '@packwright/trust';

/** A host in a folder of its own, gone when the process ends. */
export interface TrustedHost {
  readonly folder: string;
  readonly packs: string;
  readonly trust: TrustFile;
  readonly loaded: readonly LoadedPack[];
}

/** The pack `bench`, whose action `bench.true` does nothing. */
function benchPack(directory: string): string {
  mkdirSync(join(directory, 'actions'), { recursive: true });
  const manifest =
    'schema_version: 1\nid: bench\nname: Bench\nversion: 1.0.0\ndescription: Bench.\nactions: [actions/true.yaml]\n';
  const action =
    'schema_version: 1\nid: bench.true\ntitle: Nothing\nkind: exec\nrisk: low\ndescription: Does nothing.\n' +
    'side_effects: [none]\nexecution:\n  command:\n    binary: "true"\n  timeout: 10s\n' +
    'output:\n  max_stdout_bytes: 1024\n  max_stderr_bytes: 1024\n';
  writeFileSync(join(directory, 'pack.yaml'), manifest);
  writeFileSync(join(directory, 'actions', 'true.yaml'), action);
  return directory;
}

/** Installs and trusts the pack `bench` and those in the directories that are given. */
export async function trustedHost(directories: readonly string[] = []): Promise<TrustedHost> {
  const folder = mkdtempSync(join(tmpdir(), 'packwright-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const packs = join(folder, 'packs');
  benchPack(join(packs, 'bench'));
  for (const directory of directories)
    cpSync(directory, join(packs, basename(directory)), { recursive: true });
  const names = ['bench', ...directories.map((directory) => basename(directory))];
  const loaded = await Promise.all(
    names.map(async (name) => {
      const result = await loadPack(join(packs, name));
      if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
      return result.pack;
    }),
  );
  const trust = loaded.reduce(trusted, emptyTrustFile);
  writeFileSync(join(folder, 'trust.json'), writeTrustFile(trust));
  return { folder, packs, trust, loaded };
}

function trusted(file: TrustFile, { format, id, version, digest, actions }: LoadedPack): TrustFile {
  const act = { by: 'bench', at: new Date().toISOString(), reason: 'bench' };
  const unrated = actions.filter(({ view }) => view.risk === 'unrated').map((action) => action.id);
  const seen = { pack: { format, id, version }, digest, unrated };
  const ratings = Object.fromEntries(unrated.map((action) => [action, 'low' as const]));
  const outcome = trustPack(seePack(file, seen, act, { graceMs: 0 }), { ...seen, ratings }, act);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}
