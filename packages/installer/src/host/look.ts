import type { ActionOfPack, FileTrust, LoadedPack } from '@packwright/engine';
import type { RiskRating } from '@packwright/schema';
import type { PolicyDecision } from '@packwright/schema/config';
import {
  admitId,
  admitRisk,
  decideRun,
  effectiveRisk,
  policyOf,
  type Standing,
  standingOf,
  type TrustProblem,
} from '@packwright/trust';
import { trustError } from '../trust/trust-store.ts';
import { admissionOf } from './admission-of.ts';
import type { Host } from './host.ts';

/** How trust and policy stand at one moment, for whoever shows what may run. A run asks them anew. */
export interface HostLook {
  /** Why nothing of these bytes may run; null where they are trusted. */
  problemOf(pack: LoadedPack): TrustProblem | null;
  /** The risk by which an action is decided, and what the host says of it before it sees arguments. */
  answerFor(action: ActionOfPack): { readonly risk: RiskRating; readonly decision: PolicyDecision };
}

/** Looks once; each pack is judged once. Throws an `InstallError` where the file of trust is damaged. */
export function lookAt(host: Pick<Host, 'settings'>, fileTrust: Pick<FileTrust, 'file'>): HostLook {
  const read = fileTrust.file();
  if (!read.ok) throw trustError(read.problem);
  const trust = read.value;
  const policy = policyOf(host.settings.policy);
  const admission = admissionOf(host);
  const standings = new Map<LoadedPack, Standing>();
  const standing = (pack: LoadedPack): Standing => {
    const found = standings.get(pack) ?? standingOf(trust, pack, pack.digest);
    standings.set(pack, found);
    return found;
  };
  return {
    problemOf: (pack) => standing(pack).problem,
    answerFor({ id, pack, view }) {
      const risk = effectiveRisk({ id, risk: view.risk }, standing(pack).ratings);
      const admitted = admitId(admission, id).admitted && admitRisk(admission, risk).admitted;
      return { risk, decision: admitted ? decideRun(policy, { id, risk }).decision : 'deny' };
    },
  };
}
