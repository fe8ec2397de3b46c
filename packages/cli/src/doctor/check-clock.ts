import type { TrustFile } from '@packwright/trust';
import { error, type Finding, fine, warning } from './finding.ts';

const DAY_MS = 86_400_000;
/** So early an operator hears that a list runs out. */
const SOON_MS = 14 * DAY_MS;
/** Clocks of two machines differ a little. */
const TOLERANCE_MS = 60_000;

/** Whether the clock can be believed, and whether the allow-list still counts. */
export function checkClock(
  now: Date,
  { allowList }: TrustFile,
  graceMs: number,
  lastEvent: string | undefined,
): readonly Finding[] {
  const findings = [...behind(now, lastEvent, 'the last line of the journal')];
  if (!allowList) return findings.length > 0 ? findings : [fine('clock', now.toISOString())];
  const { issued, expires } = allowList.list;
  findings.push(...behind(now, issued, 'the allow-list'));
  const left = Date.parse(expires) - now.getTime();
  const renew = 'take over a newer one with `packwright trust --list FILE`';
  if (left + graceMs < 0) {
    findings.push(
      error('clock', `the allow-list expired at ${expires}: nothing becomes trusted by it`, renew),
    );
  } else if (left < 0) {
    findings.push(
      warning('clock', `the allow-list expired at ${expires}, and counts for a grace only`, renew),
    );
  } else if (left < SOON_MS) {
    findings.push(warning('clock', `the allow-list expires at ${expires}`, renew));
  }
  return findings.length > 0
    ? findings
    : [fine('clock', `${now.toISOString()}, the allow-list counts until ${expires}`)];
}

function behind(now: Date, moment: string | undefined, what: string): readonly Finding[] {
  if (moment === undefined || Date.parse(moment) <= now.getTime() + TOLERANCE_MS) return [];
  const message = `the clock says ${now.toISOString()}, and ${what} is of ${moment}`;
  return [error('clock', message, 'set the clock; `timedatectl` shows whether it is kept in time')];
}
