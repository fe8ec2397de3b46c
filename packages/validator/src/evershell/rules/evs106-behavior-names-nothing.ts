import { closest } from '@packwright/values';
import type { EvershellRule } from '../rule.ts';

/** A path below one of the four directories, alone or under the mount of the pack. */
const PATH =
  /(?<![\w./-])(?:\/workspace\/packs\/([a-z0-9-]+)\/)?((?:guides|scripts|data|templates)\/[\w./-]*\w)/g;

/** A text that names nothing that is there has no use for more. */
const MOST_GUESSES = 5;

/** Spec 6. */
export const evs106: EvershellRule = {
  code: 'EVS106',
  name: 'behavior-names-nothing',
  severity: 'warning',
  summary: 'The file `behavior.md` sends the agent to a file of the pack that is not there.',
  why: 'The agent follows its instructions, finds nothing, and goes on without what it was to read.',
  *check({ behavior, content, manifest }) {
    const paths = content.entries.map(({ path }) => path);
    const known = new Set(paths);
    let guesses = 0;
    for (const found of behavior?.source?.text.matchAll(PATH) ?? []) {
      const [whole, pack, path = ''] = found;
      if ((pack !== undefined && pack !== manifest.value.name) || known.has(path)) continue;
      // A placeholder such as `data/<name>.json`, or a pattern, names no file.
      if (/[<{*$]/.test(behavior?.source?.text[found.index + whole.length] ?? '')) continue;
      const near = guesses++ < MOST_GUESSES ? closest(path, paths) : undefined;
      const file = behavior?.file ?? '';
      const end = found.index + whole.length;
      const span = { start: end - path.length, end };
      yield {
        file,
        span,
        ...(near && { fix: { title: `name ${near}`, edits: [{ file, span, newText: near }] } }),
        message: `the pack has no "${path}"`,
        hint: near ? `did you mean "${near}"?` : 'add the file, or name one that is there',
      };
    }
  },
};
