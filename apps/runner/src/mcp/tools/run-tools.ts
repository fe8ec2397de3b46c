import { z } from 'zod';
import { listedRun, shownRun } from '../shown.ts';
import { failed, told } from './answers.ts';
import { READ_ONLY, toolOf } from './tool.ts';
import { WaitSeconds } from './wait-seconds.ts';

export const recentRuns = toolOf(
  {
    name: 'recent_runs',
    description: 'The runs of this server, the newest first.',
    annotations: READ_ONLY,
  },
  z.strictObject({ limit: z.int().min(1).max(100).default(20) }),
  async ({ limit }, { served: { runs } }) => told({ runs: runs.recent(limit).map(listedRun) }),
);

export const waitForRun = toolOf(
  {
    name: 'wait_for_run',
    description: 'One run, once it has ended or the time is up.',
    annotations: READ_ONLY,
  },
  z.strictObject({ run_id: z.string().max(64), wait_seconds: WaitSeconds }),
  async ({ run_id, wait_seconds }, { served: { runs } }) => {
    const run = await runs.wait(run_id, wait_seconds * 1000);
    return run ? told(shownRun(run)) : failed(`there is no run "${run_id}"`, 'recent_runs lists them');
  },
);
