import { join } from 'node:path';
import { type AuthoredPack, authoredPack, toJsonSchema } from '@packwright/validator/attune';
import type { ActionNeeds } from '../plan/action-needs.ts';
import type { ActionPlanner, PlannableAction } from '../plan/action-planner.ts';
import { sha256 } from '../sha256.ts';
import { bindParameters } from './bind-parameters.ts';
import { environmentNeeds } from './environments/need.ts';
import type { PlacedAction } from './placed-action.ts';
import { plan, type RuntimeSettings, startOf } from './plan.ts';

/** Plans the actions of Attune packs. */
export const attunePlanner: ActionPlanner = {
  load({ tree, directory, opened }) {
    const pack = authoredPack(tree, opened.profile === 'seed' ? 'seed' : 'real');
    return placedActions(pack, directory, opened.digest ?? '').map(plannable);
  },
};

function placedActions(pack: AuthoredPack, directory: string, packDigest: string): readonly PlacedAction[] {
  const files = pack.files.map(({ path, bytes }) => ({
    name: path,
    source: { path: join(directory, path), sha256: sha256(bytes) },
  }));
  const shared = {
    packRef: pack.ref,
    packDigest,
    profile: pack.profile,
    files,
    needs: environmentNeeds(pack),
  };
  return pack.actions.map((authored) => ({ ...authored, ...shared }));
}

function plannable(placed: PlacedAction): PlannableAction {
  return {
    id: placed.ref,
    // The format has room for examples, and no form for them.
    examples: [],
    outputSchema: null,
    inputSchema: { type: 'object', ...toJsonSchema(placed.action.parameters) },
    needs: (host) => needsOf(placed, host),
    plan(parametersJson, options, host) {
      const bound = bindParameters(placed.action.parameters, parametersJson);
      if (bound.ok) return plan(placed, bound.value, options, host);
      return { ok: false, refusal: { status: 'validation_failed', ...bound.error } };
    },
  };
}

async function needsOf(placed: PlacedAction, host: RuntimeSettings): Promise<ActionNeeds> {
  const started = await startOf(placed, host);
  if ('ok' in started) return { program: null, user: null, refusal: started.refusal };
  const { program } = started;
  return { program: typeof program === 'string' ? program : null, user: null, refusal: null };
}
