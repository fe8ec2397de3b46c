import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
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
import { compileAdmission, policyOf } from '@packwright/trust';
import { configDirectories, scratchDirectory } from '../host/directories.ts';
import type { Host } from '../host/host.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { terminalAsk } from './terminal-ask.ts';

/** What the command line says of one runner. */
export interface RunnerFlags {
  readonly trust: string | undefined;
  readonly yes: boolean;
}

/** A runner over these packs, by the settings of the host. Says which earlier runs ended without anyone knowing how. */
export async function runnerFor(
  packs: readonly LoadedPack[],
  { settings, trust: { state } }: Host,
  flags: RunnerFlags,
  io: Io,
): Promise<Runner> {
  const scratch = scratchDirectory(state, io);
  const journalFile = join(state, 'journal.jsonl');
  const journal = new Journal(journalFile);
  for (const { actionId, time } of await settleUnknownOutcomes(journalFile, journal)) {
    await io.stderr.write(`nobody knows how ${actionId}, started at ${time}, ended; it is not repeated\n`);
  }
  const admission = compileAdmission(settings.admission);
  if (!admission.ok) throw new UsageError(admission.problem.message, admission.problem.hint);
  return createRunner({
    packs: loadedPacks(packs),
    trust: fileTrust(flags.trust === undefined ? join(state, 'trust.json') : resolve(io.cwd, flags.trust)),
    policy: fixedPolicy(policyOf(settings.policy)),
    admission: admission.value,
    journal,
    ask: terminalAsk(flags.yes, userName(), io),
    scratchDirectory: scratch,
    protectedRoots: [state, scratch, ...configDirectories(io)],
  });
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
