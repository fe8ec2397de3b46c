import { resolve } from 'node:path';
import { type AuthoredAction, authoredActions, inputSchemaOf } from '@packwright/validator/emisar';
import type { ActionPlanner, PlannableAction } from '../plan/action-planner.ts';
import { bindArguments } from './bind-arguments.ts';
import { exampleJson } from './example-json.ts';
import { nodeHost } from './host-paths.ts';
import { plan, programOf } from './plan.ts';

/** Plans the actions of emisar packs. */
export const emisarPlanner: ActionPlanner = {
  load: ({ tree, directory, opened }) =>
    [...authoredActions(tree, opened).values()].map((authored) => plannable(authored, directory)),
};

function plannable(authored: AuthoredAction, directory: string): PlannableAction {
  const { action } = authored;
  return {
    id: action.id,
    examples: (action.examples ?? []).map(({ title, args }) => ({
      title,
      argumentsJson: exampleJson(args ?? {}),
    })),
    inputSchema: inputSchemaOf(action.args ?? []),
    outputSchema: action.output.schema ?? null,
    needs: () => ({ program: programOf(action), user: action.execution.user || null, refusal: null }),
    plan(argumentsJson, options, { protectedRoots }) {
      const host = { ...nodeHost, protectedRoots, cwd: resolve(action.execution.cwd || '/') };
      const bound = bindArguments(action.args ?? [], argumentsJson, host);
      if (bound.ok) return plan({ ...authored, directory }, bound.value, options);
      return { ok: false, refusal: { status: 'validation_failed', ...bound.error } };
    },
  };
}
