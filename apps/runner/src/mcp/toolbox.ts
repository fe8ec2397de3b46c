import type { ActionOfPack } from '@packwright/engine';
import type { Served } from './served.ts';
import { actionTools } from './tools/action-tools.ts';
import { findActions, getAction, listPacks } from './tools/looking-tools.ts';
import { runAction } from './tools/run-tool.ts';
import { recentRuns, waitForRun } from './tools/run-tools.ts';
import type { Tool } from './tools/tool.ts';

/** Which tools are offered: those that find and run any action, or one for each action. */
export type ToolChoice = 'find' | 'actions';

const FINDING: readonly Tool[] = [findActions, getAction, listPacks, recentRuns, runAction, waitForRun];
const BESIDE_ACTIONS: readonly Tool[] = [listPacks, recentRuns, waitForRun];
const NAMES = FINDING.map(({ shown }) => shown.name);

type ActionTools = ReturnType<typeof actionTools>;
const known = new WeakMap<readonly ActionOfPack[], ActionTools>();

/** The tools that a client sees now, sorted by name: of actions only those that are trusted and that policy does not deny. */
export function shownTools({ host, tools }: Served): readonly Tool[] {
  if (tools === 'find') return FINDING;
  const look = host.look();
  const allowed = [...toolsOf(host.actions).values()].filter(
    ({ action }) => look.problemOf(action.pack) === null && look.answerFor(action).decision !== 'deny',
  );
  return [...BESIDE_ACTIONS, ...allowed.map(({ tool }) => tool)].sort((a, b) =>
    a.shown.name < b.shown.name ? -1 : 1,
  );
}

/** The tool of a name, shown or not: the runner refuses what may not run, and writes that down. */
export function toolNamed(name: string, { host, tools }: Served): Tool | undefined {
  const fixed = (tools === 'find' ? FINDING : BESIDE_ACTIONS).find(({ shown }) => shown.name === name);
  return fixed ?? (tools === 'actions' ? toolsOf(host.actions).get(name)?.tool : undefined);
}

/** Made once for a set of actions, which never changes. */
function toolsOf(actions: readonly ActionOfPack[]): ActionTools {
  const tools = known.get(actions) ?? actionTools(actions, NAMES);
  known.set(actions, tools);
  return tools;
}
