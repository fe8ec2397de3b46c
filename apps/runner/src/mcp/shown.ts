import type { ActionOfPack, RunResult } from '@packwright/engine';
import type { RunRecord } from './run-book.ts';

/** An action in a list: enough to choose by. */
export function listedAction({ view, pack }: ActionOfPack): object {
  const { id, title, summary, risk } = view;
  return { action_id: id, pack_ref: packRef(pack), title, summary, risk };
}

/** All that a caller needs to know of one action. */
export function wholeAction(action: ActionOfPack): object {
  const { description, kind, sideEffects } = action.view;
  return {
    ...listedAction(action),
    description,
    kind,
    side_effects: sideEffects,
    input_schema: action.inputSchema,
    examples: action.examples.map(({ title, argumentsJson }) => ({ title, args: JSON.parse(argumentsJson) })),
  };
}

/** The exact bytes of a pack. */
export const packRef = ({ id, version, digest }: ActionOfPack['pack']): string =>
  `${id}@${version}/${digest}`;

/** A run and, once it has ended, its result. */
export function shownRun({ id, actionId, reason, startedAt, result }: RunRecord): object {
  const about = { run_id: id, action_id: actionId, reason, started_at: startedAt };
  return result === null ? { ...about, status: 'running' } : { ...about, ...shownResult(result) };
}

function shownResult(result: RunResult): object {
  const { reason, structured_output, ...rest } = result;
  return {
    ...rest,
    ...(reason !== undefined && { why: reason }),
    ...(structured_output !== undefined && { structured_output: JSON.parse(structured_output) }),
  };
}
