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
  ['run', listed('run an action of a trusted pack', () => import('./commands/run.ts'))],
  ['env', listed('pin and install the packages that packs ask for', () => import('./commands/env.ts'))],
  ['audit', listed('check and show the journal of runs', () => import('./commands/audit.ts'))],
  ['doctor', listed('say what keeps actions from running here', () => import('./commands/doctor.ts'))],
  ['digest', listed('print the content digest of packs', () => import('./commands/digest.ts'))],
  ['explain', listed('say what a code means and how to repair it', () => import('./commands/explain.ts'))],
  ['schema', listed('list the JSON Schemas for editors', () => import('./commands/schema.ts'))],
  ['pack', listed('build an image of a pack', () => import('./commands/pack.ts'))],
  ['diff', listed('say what an update lets happen', () => import('./commands/diff.ts'))],
  ['caps', listed('say what a request to the network meets', () => import('./commands/caps.ts'))],
  ['install', listed('install packs, whole or not at all', () => import('./commands/install.ts'))],
  ['trust', listed('decide which bytes may run', () => import('./commands/trust.ts'))],
  ['allowlist', listed('decide for many hosts by a signed list', () => import('./commands/allowlist.ts'))],
  ['list', listed('list installed packs and how they stand', () => import('./commands/list.ts'))],
  ['update', listed('bring installed packs to what their source has', () => import('./commands/update.ts'))],
  ['rollback', listed('put the pack of before back', () => import('./commands/rollback.ts'))],
  ['uninstall', listed('take an installed pack away', () => import('./commands/uninstall.ts'))],
  ['verify', listed('hash installed packs anew, or check a signature', () => import('./commands/verify.ts'))],
  ['sign', listed('sign the digest of a pack', () => import('./commands/sign.ts'))],
  ['suggest', listed('name the packs that fit this host', () => import('./commands/suggest.ts'))],
  ['registry', listed('build or verify a static registry', () => import('./commands/registry.ts'))],
  ['config', listed('show or check the settings', () => import('./commands/config.ts'))],
  ['init', listed('write a new pack that validates', () => import('./commands/init.ts'))],
]);
