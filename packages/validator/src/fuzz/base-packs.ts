import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { repoRoot, shared } from '@packwright/vitest';

/** Real packs to start from, as texts: the examples, the fixtures of the rules, and the corpus where it is at hand. */
export function basePacks(): ReadonlyMap<string, string>[] {
  const corpus = shared('corpus/emisar');
  const manifests = [
    ...globSync('examples/*/pack.yaml', { cwd: repoRoot }).map((file) => join(repoRoot, file)),
    ...globSync('packages/validator/src/*/fixtures/**/pack.yaml', { cwd: repoRoot }).map((file) =>
      join(repoRoot, file),
    ),
    ...(corpus ? globSync('*/pack.yaml', { cwd: corpus }).map((file) => join(corpus, file)) : []),
  ];
  return manifests.toSorted().map((manifest) => filesOf(dirname(manifest)));
}

/** The manifest and at most three more YAML files: judging the rest of a large pack finds nothing new. */
function filesOf(folder: string): ReadonlyMap<string, string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
  const actions = files.filter((file) => file !== 'pack.yaml' && file.endsWith('.yaml')).slice(0, 3);
  const others = files.filter((file) => !file.endsWith('.yaml')).slice(0, 5);
  const kept = ['pack.yaml', ...actions, ...others];
  const texts = new Map(kept.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const manifest = texts.get('pack.yaml') as string;
  // What was left out is no longer listed.
  const isGone = (line: string): boolean => {
    const listed = /^\s*- (\S+\.yaml)\s*$/.exec(line)?.[1];
    return listed !== undefined && files.includes(listed) && !kept.includes(listed);
  };
  const lines = manifest.split('\n').filter((line) => !isGone(line));
  return texts.set('pack.yaml', lines.join('\n'));
}
