import type { RiskRating } from '@packwright/schema';
import { type Admission, admitId, admitRisk, effectiveRisk, type PolicyAnswer } from '@packwright/trust';
import type { CommandPlan } from '../plan/command-plan.ts';
import type { HostSettings } from '../plan/host-settings.ts';
import type { ActionOfPack } from '../plan/loaded-pack.ts';
import type { PackSet } from '../ports/pack-set.ts';
import type { PolicyPort } from '../ports/policy-port.ts';
import type { TrustPort } from '../ports/trust-port.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { RunRequest } from './run-request.ts';

/** What decides whether a run may start. */
export interface GateKeepers {
  readonly packs: PackSet;
  readonly trust: TrustPort;
  readonly policy: PolicyPort;
  readonly admission: Admission | null;
  readonly host: HostSettings;
}

/** A run that passed every gate but the person who may have to be asked. */
export interface Admitted {
  readonly action: ActionOfPack;
  readonly risk: RiskRating;
  readonly answer: PolicyAnswer;
  readonly plan: CommandPlan;
}

export type GateResult =
  | (Admitted & { readonly refusal?: never })
  | { readonly refusal: Refusal; readonly action?: ActionOfPack };

/** The gates in their order (specs/emisar 7.1): the first that is closed decides. Nothing is written, nothing started. */
export async function passGates(request: RunRequest, keepers: GateKeepers): Promise<GateResult> {
  const { admission, policy, trust, host } = keepers;
  const { actionId, argumentsJson, reason, options = {} } = request;
  if (reason.trim() === '') return refuse('validation_failed', 'validation_failed', 'reason required');
  const blocked = admission && admitId(admission, actionId);
  if (blocked && !blocked.admitted) return notAdmitted(actionId, blocked.rule);
  const found = findAction(request, keepers.packs);
  if ('refusal' in found) return found;
  const { action } = found;
  const standing = await trust.standingOf(identityOf(action), action.pack.digest);
  if (standing.problem) {
    const { message, hint } = standing.problem;
    return { action, ...refuse('pack_untrusted', 'dispatch_refused', message, hint) };
  }
  const risk = effectiveRisk({ id: action.id, risk: action.view.risk }, standing.ratings);
  const tooRisky = admission && admitRisk(admission, risk);
  if (tooRisky && !tooRisky.admitted) return { action, ...notAdmitted(actionId, tooRisky.rule) };
  const answer = await policy.decide({ action, risk });
  if (answer.decision === 'deny')
    return { action, ...refuse('denied', 'dispatch_refused', deniedBy(answer)) };
  const planned = await action.plan(argumentsJson, options, host);
  if (planned.ok) return { action, risk, answer, plan: planned.plan };
  const { status, message, hint } = planned.refusal;
  const event = status === 'error' ? 'execution_failed' : 'validation_failed';
  return { action, ...refuse(status, event, message, hint) };
}

/** Which version of which pack an action belongs to. */
export const identityOf = ({ pack: { format, id, version } }: ActionOfPack) => ({ format, id, version });

function findAction(
  { actionId, packId, digest }: RunRequest,
  packs: PackSet,
): { readonly action: ActionOfPack } | { readonly refusal: Refusal; readonly action?: ActionOfPack } {
  const candidates = packs.find(actionId).filter(({ pack }) => packId === undefined || pack.id === packId);
  const [action, other] = candidates;
  if (!action) return refuse('unknown_action', 'validation_failed', `there is no action "${actionId}"`);
  if (other) {
    const names = candidates.map(({ pack }) => `"${pack.id}" ${pack.version}`).join(', ');
    return refuse(
      'unknown_action',
      'validation_failed',
      `several packs have the action "${actionId}": ${names}`,
      'name the pack',
    );
  }
  if (digest === undefined || digest === action.pack.digest) return { action };
  const message = `the pack "${action.pack.id}" is ${action.pack.digest}, not ${digest}`;
  return { action, ...refuse('pack_hash_mismatch', 'dispatch_refused', message, 'look at the pack again') };
}

const notAdmitted = (actionId: string, rule: string) =>
  refuse(
    'blocked_by_admission',
    'action_blocked_by_admission',
    `this host does not admit "${actionId}": ${rule}`,
  );

function deniedBy({ rule }: PolicyAnswer): string {
  return 'override' in rule
    ? `policy denies it by its rule "${rule.override}"`
    : `policy denies what is of risk "${rule.tier}"`;
}
