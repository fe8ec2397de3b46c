import { buildEnvironment, environmentsOf, withApprovedLock } from '@packwright/engine/attune';
import { type Host, readTrust } from '@packwright/installer/host';
import { standingOf } from '@packwright/trust';
import { visible } from '@packwright/validator/render';
import type { Io } from '../io.ts';
import { styleFor } from '../style.ts';
import type { ChosenPack } from './chosen-packs.ts';

/** Builds what trusted packs ask for. Resolves to whether everything stands now; says of the rest why it does not. */
export async function buildEnvironments(
  packs: readonly ChosenPack[],
  host: Host,
  io: Io,
  signal: AbortSignal,
): Promise<boolean> {
  const trust = readTrust(host.trust);
  const style = styleFor(io, io.stderr);
  let isWhole = true;
  const tell = async (id: string, message: string, hint: string | undefined) => {
    isWhole = false;
    await io.stderr.write(`${style('red', visible(id))}: ${visible(message)}\n`);
    if (hint !== undefined) await io.stderr.write(style('dim', `  ${visible(hint)}\n`));
  };
  for (const { pack } of packs) {
    const needs = environmentsOf(pack);
    if (needs.length === 0) continue;
    const { format, id, version, digest } = pack;
    // What was not trusted decides nothing on this machine, and that includes what is installed on it.
    const { problem } = standingOf(trust, { format, id, version }, digest);
    if (problem) {
      await tell(id, problem.message, problem.hint);
      continue;
    }
    for (const need of needs) {
      const result = await buildEnvironment(withApprovedLock(need, host.locks, digest), {
        environmentsDirectory: host.environments,
        scratchDirectory: host.scratch,
        sources: host.sources,
        signal,
      });
      if (!result.ok) await tell(id, result.message, result.hint);
      else await io.stdout.write(`${id}  ${result.isNew ? 'built' : 'there'}  ${result.place}\n`);
    }
  }
  return isWhole;
}
