import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleInfo } from '@packwright/validator';
import { repoRoot } from '../repo-root.ts';

/** What a rule page shows: a bad fixture, what the tool says about it, and the good one. */
export interface RuleExample {
  readonly command: string;
  readonly bad: readonly ExampleEntry[];
  /** A test of the validator holds it to what the tool really prints. */
  readonly output: string;
  /** The files that are not the same in the bad fixture. */
  readonly good: readonly ExampleEntry[];
}

/** One path of a fixture: its text, or in words what no text can show. */
export type ExampleEntry =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly note: string };

type Overlay =
  | { readonly link: string }
  | { readonly directory: true }
  | { readonly repeat: string; readonly times: number }
  | { readonly unreadable: string };

/** The example of a code: the fixture that is kept for the page, else the first further case; undefined for none. */
export function ruleExample({ code, audience }: RuleInfo): RuleExample | undefined {
  const cwd = join(repoRoot, 'packages/validator/src');
  const outputs = globSync([`*/fixtures/${code}/bad.expected.txt`, `*/fixtures/${code}/*/bad.expected.txt`], {
    cwd,
  });
  const [first] = outputs.sort((left, right) => depth(left) - depth(right) || (left < right ? -1 : 1));
  if (first === undefined) return undefined;
  const folder = join(cwd, first, '..');
  const bad = join(folder, 'bad');
  const good = [join(folder, 'good'), join(folder, '..', 'good')].find((path) => existsSync(path));
  return {
    command: ['packwright validate', ...(audience ? [`--for ${audience}`] : []), operandsFor(bad)].join(' '),
    bad: [...differing(bad, good), ...overlaid(`${bad}.overlay.json`)],
    output: readFileSync(join(cwd, first), 'utf8').trimEnd(),
    good: good === undefined ? [] : differing(good, bad),
  };
}

const depth = (path: string) => path.split('/').length;

function operandsFor(bad: string): string {
  if (existsSync(`${bad}.tar.gz`)) return 'bad.tar.gz';
  const isOnePack = globSync('*/pack.yaml', { cwd: bad }).length === 0;
  return isOnePack ? 'bad' : '--together bad';
}

/** The files of one folder that the other does not have in the same words. */
function differing(folder: string, other: string | undefined): ExampleEntry[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
    .flatMap((path) => {
      const bytes = readFileSync(join(folder, path));
      const twin = join(other ?? '', path);
      const isSame = other !== undefined && isFile(twin) && readFileSync(twin).equals(bytes);
      return isSame ? [] : [{ path, text: bytes.toString('utf8') }];
    });
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function overlaid(file: string): ExampleEntry[] {
  if (!existsSync(file)) return [];
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Overlay>;
  return Object.entries(entries).map(([path, overlay]) => ({ path, note: inWords(overlay) }));
}

function inWords(overlay: Overlay): string {
  if ('link' in overlay) return `is a link to \`${overlay.link}\``;
  if ('directory' in overlay) return 'is a directory';
  if ('unreadable' in overlay) return `cannot be read: ${overlay.unreadable}`;
  return `is \`${overlay.repeat.trim()}\`, ${overlay.times} times`;
}
