// The command line in few files: each module costs every start half a millisecond, each kilobyte some microseconds.
// esbuild, which builds the packages, cannot be told which modules share a file.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChunkingContext, type Plugin, rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..');
const packages = join(root, '..');
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Our own packages from their source, of which only what is used is taken. */
const ownSource: Plugin = {
  name: 'own-source',
  resolveId(specifier) {
    if (specifier === '#re2') return join(packages, 'values/src/re2/on-demand.ts');
    const [, name, entry] = /^@packwright\/([a-z-]+)(?:\/(.+))?$/.exec(specifier) ?? [];
    if (name === undefined) return null;
    const { exports } = manifestOf(join(packages, name));
    const file: string = exports[entry === undefined ? '.' : `./${entry}`].default;
    return join(packages, name, file.replace('dist', 'src').replace(/js$/, 'ts'));
  },
};

/** Everything that modules load with themselves. */
function loadedWith(files: readonly string[], context: ChunkingContext): ReadonlySet<string> {
  const loaded = new Set(files);
  // A set goes on to what is added meanwhile.
  for (const id of loaded) {
    for (const imported of context.getModuleInfo(id)?.importedIds ?? []) loaded.add(imported);
  }
  return loaded;
}

type Group = 'main' | 'judging' | 'running';

let groupOf: ((id: string) => Group | undefined) | undefined;

/** What every command loads, what a run loads to judge packs, and the rest of what a run loads. */
function isOf(group: Group) {
  return (id: string, context: ChunkingContext): string | null => {
    if (!groupOf) {
      const main = loadedWith([join(root, 'src/index.ts')], context);
      const run = loadedWith([join(root, 'src/commands/run.ts')], context);
      // With the formats, which are loaded later.
      const judging = loadedWith(
        [join(root, 'src/commands/validate.ts'), join(packages, 'validator/src/index.ts')],
        context,
      );
      groupOf = (module) => {
        if (main.has(module)) return 'main';
        if (!run.has(module)) return undefined;
        return judging.has(module) ? 'judging' : 'running';
      };
    }
    return groupOf(id) === group ? group : null;
  };
}

const dependencies = Object.keys(manifestOf(root).dependencies);
const bundle = await rolldown({
  input: { index: join(root, 'src/index.ts') },
  platform: 'node',
  external: [/^node:/, ...dependencies.map((name) => new RegExp(`^${name}(?:/|$)`))],
  plugins: [ownSource],
  transform: { target: 'node20' },
  checks: { ineffectiveDynamicImport: false },
});
await bundle.write({
  dir: join(root, 'dist'),
  format: 'esm',
  cleanDir: true,
  // Names stay, so that the trace of a fault can be read.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
  // A group takes what its modules import along, unless one before has it.
  codeSplitting: {
    groups: (['running', 'judging', 'main'] as const).map((group, priority) => ({
      name: isOf(group),
      debugName: group,
      priority,
    })),
  },
});

// The licenses of the code of others that it carries.
for (const name of ['schema', 'values']) {
  cpSync(join(packages, name, 'dist/licenses'), join(root, 'dist/licenses'), { recursive: true });
}
