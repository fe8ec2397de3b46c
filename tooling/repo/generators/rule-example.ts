import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenOptions, open } from '@packwright/validator';
import { readTree } from '@packwright/validator/node';
import { prettyRenderer, renderReport, reportOf } from '@packwright/validator/render';
import { repoRoot } from '../repo-root.ts';

/** What a rule page shows: the fixtures of the rule and what the tool prints about the bad one. */
export interface RuleExample {
  readonly bad: readonly ExampleFile[];
  /** The files of the good fixture that differ from the bad one. */
  readonly good: readonly ExampleFile[];
  readonly output: string;
  /** Whether the code only appears with `--for registry`. */
  readonly forRegistry: boolean;
}

export interface ExampleFile {
  readonly path: string;
  readonly text: string;
}

/** The example of a code, or undefined for a code without fixtures. */
export async function ruleExample(code: string): Promise<RuleExample | undefined> {
  const [folder] = globSync(`packages/validator/src/*/fixtures/${code}/bad`, { cwd: repoRoot });
  if (folder === undefined) return undefined;
  const bad = join(repoRoot, folder);
  const good = join(bad, '..', 'good');
  const forRegistry = !(await codesIn(bad, {})).has(code);
  return {
    bad: differing(bad, good),
    good: differing(good, bad),
    output: await prettyOutput(bad, forRegistry ? { audience: 'registry' } : {}),
    forRegistry,
  };
}

async function codesIn(folder: string, options: OpenOptions): Promise<Set<string>> {
  const { diagnostics } = open(await readTree(folder), options);
  return new Set(diagnostics.map((diagnostic) => diagnostic.code));
}

async function prettyOutput(folder: string, options: OpenOptions): Promise<string> {
  const opened = open(await readTree(folder), options);
  return renderReport(prettyRenderer(), reportOf([{ path: 'bad', opened }])).trim();
}

/** The text files of one folder that the other does not have in the same words. */
function differing(folder: string, other: string): ExampleFile[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
    .flatMap((path) => {
      const bytes = readFileSync(join(folder, path));
      const twin = join(other, path);
      const isSame = existsSync(twin) && readFileSync(twin).equals(bytes);
      return isSame ? [] : [{ path, text: bytes.toString('utf8') }];
    });
}
