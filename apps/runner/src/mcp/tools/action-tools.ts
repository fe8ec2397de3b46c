import type { JSONObject, Tool as ShownTool } from '@modelcontextprotocol/server';
import type { ActionOfPack } from '@packwright/engine';
import { packRef } from '../shown.ts';
import { failed } from './answers.ts';
import { inputForClients, outputForClients } from './portable-schema.ts';
import { runCall } from './run-call.ts';
import type { Tool } from './tool.ts';
import { toolNames } from './tool-names.ts';

const WAIT_SECONDS = 30;

/** One tool for each action, by its name; sorted by name. */
export function actionTools(
  actions: readonly ActionOfPack[],
  taken: readonly string[],
): ReadonlyMap<string, { readonly action: ActionOfPack; readonly tool: Tool }> {
  const named = [...toolNames(actions, taken)].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(named.map(([name, action]) => [name, { action, tool: actionTool(name, action) }]));
}

function actionTool(name: string, action: ActionOfPack): Tool {
  const reasonKey = keyForReason(action.inputSchema);
  return {
    shown: {
      name,
      title: action.view.title,
      description: describe(action),
      inputSchema: inputOf(action, reasonKey),
      ...(action.outputSchema && { outputSchema: outputOf(action.outputSchema) }),
      annotations: {
        title: action.view.title,
        readOnlyHint: action.view.risk === 'low',
        destructiveHint: action.view.risk !== 'low' && action.view.risk !== 'medium',
        openWorldHint: false,
      },
      _meta: { 'packwright/action_id': action.id, 'packwright/pack_ref': packRef(action.pack) },
    },
    async call(input, place) {
      const { [reasonKey]: reason, ...args } = input;
      if (typeof reason !== 'string' || reason.trim() === '')
        return failed(`\`${reasonKey}\` is missing`, 'say why the action is run; the journal keeps it');
      return runCall({ action, args, reason, waitSeconds: WAIT_SECONDS }, place);
    },
  };
}

/** Whose words these are stands first: whoever wrote the pack wrote the rest. */
function describe({ id, pack, view }: ActionOfPack): string {
  const effects = view.sideEffects.length > 0 ? ` What it changes: ${view.sideEffects.join('; ')}.` : '';
  return `Action ${id} of the pack ${pack.id} ${pack.version}, risk ${view.risk}. By its author: ${view.description || view.summary}${effects}`;
}

/** An action may have an argument of that name itself. */
function keyForReason({ properties = {} }: Readonly<Record<string, unknown>>): string {
  const taken = Object.keys(properties as object);
  let key = 'reason';
  while (taken.includes(key)) key = `run_${key}`;
  return key;
}

function inputOf({ inputSchema }: ActionOfPack, reasonKey: string): ShownTool['inputSchema'] {
  const { properties = {}, required = [], $schema: _, ...rest } = inputForClients(inputSchema);
  return {
    ...rest,
    type: 'object',
    properties: {
      ...(properties as Record<string, JSONObject>),
      [reasonKey]: {
        type: 'string',
        minLength: 1,
        maxLength: 2000,
        description: 'Why it is run; kept in the journal.',
      },
    },
    required: [...(required as string[]), reasonKey],
  };
}

/** What every run answers, with the result that the action declares. */
function outputOf(declared: Readonly<Record<string, unknown>>): ShownTool['outputSchema'] {
  const { $defs, $schema: _, ...result } = outputForClients(declared);
  return {
    type: 'object',
    ...($defs !== undefined && { $defs: $defs as JSONObject }),
    properties: {
      run_id: { type: 'string' },
      status: { type: 'string' },
      structured_output: result as JSONObject,
    },
    required: ['run_id', 'status'],
  };
}
