import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from '../repo-root.ts';
import { captureOrThrow } from './capture.ts';

/** The oldest Node that the packages promise to run on, and the line after it; the third is the Node that runs this. */
const VERSIONS = ['20.19.0', '22.23.3'];

/** Paths of the Node binaries to test with, by version; fetched from npm on first use. */
export function nodeBinaries(): ReadonlyMap<string, string> {
  const fetched = VERSIONS.map((version) => [version, nodeBinary(version)] as const);
  return new Map([...fetched, [process.versions.node, process.execPath]]);
}

function nodeBinary(version: string): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(repoRoot, 'node_modules', '.cache', 'packwright', 'nodes', version);
  const binary = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  captureOrThrow(folder, ['npm', 'install', '--no-audit', '--no-fund', `${name}@${version}`]);
  return binary;
}
