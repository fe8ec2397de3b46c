import { captureOrThrow } from './capture.ts';
import type { Tarball } from './pack-all.ts';

const REQUIRED = ['package.json', 'LICENSE', 'README.md'];
const ALLOWED =
  /^(package\.json|LICENSE|README\.md|CHANGELOG\.md|index\.json|(dist|bin|schemas|systemd)\/.*)$/;
const NEVER = /\.test\.|\/fixtures\/|\.tsbuildinfo$/;

/** What lacks in a tarball and what does not belong into it. */
export function contentProblems({ file, folder, manifest }: Tarball): readonly string[] {
  const listing = captureOrThrow(folder, ['tar', '-tzf', file]);
  const names = listing
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^package\//, ''));
  const missing = REQUIRED.filter((name) => !names.includes(name));
  const stray = names.filter((name) => !ALLOWED.test(name) || NEVER.test(name));
  return [
    ...missing.map((name) => `${manifest.name}: the tarball has no ${name}`),
    ...stray.map((name) => `${manifest.name}: ${name} does not belong into the tarball`),
  ];
}
