import { userInfo } from 'node:os';
import { join } from 'node:path';
import {
  createRunner,
  fileTrust,
  fixedPolicy,
  Journal,
  type LoadedPack,
  loadedPacks,
  type Runner,
  settleUnknownOutcomes,
} from '@packwright/engine';
import { defaultPolicy } from '@packwright/trust';
import { hostDirectories } from '../host/directories.ts';
import type { Io } from '../io.ts';
import { terminalAsk } from './terminal-ask.ts';

/** What the command line says of the host. */
export interface RunnerFlags {
  readonly state: string | undefined;
  readonly trust: string | undefined;
  readonly yes: boolean;
}

/** A runner over these packs on this host. Says which earlier runs ended without anyone knowing how. */
export async function runnerFor(packs: readonly LoadedPack[], flags: RunnerFlags, io: Io): Promise<Runner> {
  const { state, scratch } = hostDirectories(flags.state, io);
  const journalFile = join(state, 'journal.jsonl');
  const journal = new Journal(journalFile);
  for (const { actionId, time } of await settleUnknownOutcomes(journalFile, journal)) {
    await io.stderr.write(`nobody knows how ${actionId}, started at ${time}, ended; it is not repeated\n`);
  }
  return createRunner({
    packs: loadedPacks(packs),
    trust: fileTrust(flags.trust ?? join(state, 'trust.json')),
    policy: fixedPolicy(defaultPolicy),
    journal,
    ask: terminalAsk(flags.yes, userName(), io),
    scratchDirectory: scratch,
    protectedRoots: [state, scratch],
  });
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
