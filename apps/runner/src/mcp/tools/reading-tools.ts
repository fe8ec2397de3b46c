import type { McpServer } from '@modelcontextprotocol/server';
import type { ActionOfPack } from '@packwright/engine';
import { z } from 'zod';
import type { Served } from '../served.ts';
import { listedAction, listedRun, packRef, shownRun, wholeAction } from '../shown.ts';
import { failed, notFound, told } from './answers.ts';
import { WaitSeconds } from './wait-seconds.ts';

const READ_ONLY = { annotations: { readOnlyHint: true, openWorldHint: false } };

/** The tools that only look: packs, actions and runs. */
export function readingTools(server: McpServer, served: Served): void {
  server.registerTool(
    'list_packs',
    {
      ...READ_ONLY,
      description: 'The packs of this host and how many actions each has.',
      inputSchema: z.strictObject({}),
    },
    async () => told({ packs: packsOf(served.host.actions), notices: served.host.notices }),
  );
  server.registerTool(
    'find_actions',
    {
      ...READ_ONLY,
      description:
        'Actions that fit some words, the best first: by id, title, search terms, then descriptions.',
      inputSchema: z.strictObject({
        query: z.string().max(256).default('').describe('Words, or an id; empty for all.'),
        limit: z.int().min(1).max(50).default(15),
      }),
    },
    async ({ query, limit }) => told({ actions: served.index.find(query, limit).map(listedAction) }),
  );
  server.registerTool(
    'get_action',
    {
      ...READ_ONLY,
      description: 'One action with its arguments as a JSON Schema, its risk and what it changes.',
      inputSchema: z.strictObject({ action_id: z.string().max(256) }),
    },
    async ({ action_id }) => {
      const { actions } = served.host;
      const found = actions.filter(({ id }) => id === action_id);
      return found.length === 0 ? notFound(action_id, actions) : told({ actions: found.map(wholeAction) });
    },
  );
  followingTools(server, served);
}

function followingTools(server: McpServer, { runs }: Served): void {
  server.registerTool(
    'recent_runs',
    {
      ...READ_ONLY,
      description: 'The runs of this server, the newest first.',
      inputSchema: z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
    },
    async ({ limit }) => told({ runs: runs.recent(limit).map(listedRun) }),
  );
  server.registerTool(
    'wait_for_run',
    {
      ...READ_ONLY,
      description: 'One run, once it has ended or the time is up.',
      inputSchema: z.strictObject({ run_id: z.string().max(64), wait_seconds: WaitSeconds }),
    },
    async ({ run_id, wait_seconds }) => {
      const run = await runs.wait(run_id, wait_seconds * 1000);
      return run ? told(shownRun(run)) : failed(`there is no run "${run_id}"`, 'recent_runs lists them');
    },
  );
}

function packsOf(actions: readonly ActionOfPack[]): object[] {
  const packs = new Map<ActionOfPack['pack'], number>();
  for (const { pack } of actions) packs.set(pack, (packs.get(pack) ?? 0) + 1);
  return [...packs].map(([pack, count]) => ({
    pack_ref: packRef(pack),
    format: pack.format,
    actions: count,
  }));
}
