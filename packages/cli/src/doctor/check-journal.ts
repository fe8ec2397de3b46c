import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { unknownOutcomes, verifyJournal } from '@packwright/engine';
import { error, type Finding, fine, orFine, warning } from './finding.ts';

/** Below it a busy host can stop within a day: what cannot be journaled does not run. */
const LEAST_FREE = 256 * 1024 * 1024;

/** Whether the journal is whole and can go on, and which runs nobody knows the end of. */
export async function checkJournal(path: string): Promise<readonly Finding[]> {
  if (!statSync(path, { throwIfNoEntry: false }))
    return [...spaceFor(path), fine('journal', 'nothing was run yet')];
  const verdict = await verifyJournal(path);
  const broken = verdict.ok
    ? []
    : [error('journal', `${path}:${verdict.line}: the line ${verdict.message}`, verdict.hint)];
  const unknown = unknownOutcomes(path).map(({ actionId, time }) =>
    warning(
      'journal',
      `nobody knows how ${actionId}, started at ${time}, ended`,
      'look at what it changes; the next start of a runner writes this down, and repeats nothing',
    ),
  );
  const lines = verdict.ok ? verdict.lines : 0;
  return orFine(
    [...spaceFor(path), ...broken, ...unknown],
    'journal',
    `${lines} ${lines === 1 ? 'line holds' : 'lines hold'}`,
  );
}

function spaceFor(path: string): readonly Finding[] {
  const place = existing(path);
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  if (free >= LEAST_FREE) return [];
  const message = `${Math.floor(free / 1024 / 1024)} MiB are free where the journal is: nothing runs that cannot be written down`;
  return [warning('journal', message, `make room in the file system of "${place}"`)];
}

const existing = (path: string): string => (existsSync(path) ? path : existing(dirname(path)));
