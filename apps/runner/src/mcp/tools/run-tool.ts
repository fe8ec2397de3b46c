import { z } from 'zod';
import { packRef } from '../shown.ts';
import { failed, notFound } from './answers.ts';
import { runCall } from './run-call.ts';
import { toolOf } from './tool.ts';
import { WaitSeconds } from './wait-seconds.ts';

/** Runs any action, by its id. */
export const runAction = toolOf(
  {
    name: 'run_action',
    description:
      'Runs one action exactly as it is declared. What policy does not allow is refused, or a person is asked.',
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: false },
  },
  z.strictObject({
    action_id: z.string().max(256),
    args: z.record(z.string(), z.unknown()).default({}).describe('As the input schema of get_action says.'),
    reason: z.string().min(1).max(2000).describe('Why it is run; kept in the journal.'),
    pack_ref: z.string().max(512).optional().describe('The exact bytes to run, as get_action gives them.'),
    wait_seconds: WaitSeconds,
  }),
  async ({ action_id, args, reason, pack_ref, wait_seconds }, place) => {
    const { actions, find } = place.served.host;
    const named = find(action_id);
    if (named.length === 0) return notFound(action_id, actions);
    const action = named.find(({ pack }) => pack_ref === undefined || packRef(pack) === pack_ref);
    if (!action)
      return failed(`"${pack_ref}" is not what this host has`, 'look at the action again with get_action');
    if (pack_ref === undefined && named.length > 1)
      return failed(
        `several packs have the action "${action_id}"`,
        `name one as pack_ref: ${named.map(({ pack }) => packRef(pack)).join(', ')}`,
      );
    return runCall({ action, args, reason, waitSeconds: wait_seconds }, place);
  },
);
