import { type Host, packPlace } from '@packwright/installer/host';
import { visible } from '@packwright/validator/render';
import { namesOf } from '../doctor/finding.ts';
import { hostSettings } from '../host/host-settings.ts';
import type { Io } from '../io.ts';
import { loadRunnable } from '../packs/load-runnable.ts';
import { styleFor } from '../style.ts';

/** What a host says of its programs where none of them matters. */
const NO_PROGRAMS = { versionOf: async () => null, pythons: () => [] };

/**
 * Which actions of an installed pack do not run although it is trusted, because it asks for packages that nobody pinned,
 * and what to do; empty where there is none.
 */
export async function unpinnedNotice(id: string, host: Host, io: Io): Promise<string> {
  const { actions } = await loadRunnable({ path: id, location: packPlace(host.store(), id) });
  const settings = hostSettings(host, NO_PROGRAMS);
  const needs = await Promise.all(
    actions.map(async (action) => ({ id: action.id, refusal: (await action.needs(settings)).refusal })),
  );
  const kept = needs.filter(({ refusal }) => refusal?.code === 'environment_unlocked');
  const messages = new Set(kept.map(({ refusal }) => refusal?.message ?? ''));
  const style = styleFor(io, io.stderr);
  return [...messages]
    .map((message) => {
      const names = namesOf(
        kept.filter(({ refusal }) => refusal?.message === message).map((each) => each.id),
      );
      const remedy = `pin them with \`packwright env lock ${id} --write\`, and trust the pack again with the lock that it prints`;
      return `${style('yellow', visible(names))} will not run: ${visible(message)}\n${style('dim', `  ${visible(remedy)}`)}\n`;
    })
    .join('');
}
