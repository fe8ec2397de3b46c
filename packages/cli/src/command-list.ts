import type { Command } from './command.ts';

interface Listed {
  readonly summary: string;
  /** Commands load when they run: loading all of them costs more than most runs. */
  readonly load: () => Promise<Command>;
}

const listed = (summary: string, load: () => Promise<{ readonly command: unknown }>): Listed => ({
  summary,
  load: async () => (await load()).command as Command,
});

/** The commands by name, in the order in which help lists them. */
export const commandList: ReadonlyMap<string, Listed> = new Map([
  ['validate', listed('judge packs as their own loader does', () => import('./commands/validate.ts'))],
  ['fix', listed('mend what can be mended with certainty', () => import('./commands/fix.ts'))],
  ['info', listed('show what a pack can run and needs', () => import('./commands/info.ts'))],
  ['digest', listed('print the content digest of packs', () => import('./commands/digest.ts'))],
  ['explain', listed('say what a code means and how to repair it', () => import('./commands/explain.ts'))],
  ['schema', listed('list the JSON Schemas for editors', () => import('./commands/schema.ts'))],
  ['caps', listed('say what a request to the network meets', () => import('./commands/caps.ts'))],
  ['init', listed('write a new pack that validates', () => import('./commands/init.ts'))],
]);
