import type { RiskRating, RiskTier } from '@packwright/schema';
import type { AdmissionDocument } from '@packwright/schema/config';
import { riskTiers } from '@packwright/schema/terms';
import { done, type Outcome, refused } from '../trust-problem.ts';
import { compilePathMatch, type PathMatch } from './path-match.ts';

/** What a host admits, with its patterns compiled. */
export interface Admission {
  readonly allow: readonly Pattern[];
  readonly deny: readonly Pattern[];
  readonly maxRisk: RiskTier | undefined;
}

interface Pattern {
  readonly text: string;
  readonly matches: PathMatch;
}

/** Whether a host admits an action, and which rule keeps it out. */
export type AdmissionAnswer =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly rule: string };

const ADMITTED: AdmissionAnswer = { admitted: true };

/** Compiles what a document admits; a malformed or empty pattern is refused, because a host has to know what it runs. */
export function compileAdmission(document: AdmissionDocument = {}): Outcome<Admission> {
  const { allow = [], deny = [], max_risk: maxRisk } = document;
  const compiled = [allow, deny].map((list) =>
    list.map((text) => ({ text, matches: text === '' ? undefined : compilePathMatch(text) })),
  );
  const broken = compiled.flat().find(({ matches }) => matches === undefined);
  if (broken) {
    return refused(
      'pattern_malformed',
      `"${broken.text}" is no pattern of action ids`,
      'write something such as "linux.*"; a "[" needs its "]", and a "\\" a character behind it',
    );
  }
  const [allowed = [], denied = []] = compiled as Pattern[][];
  return done({ allow: allowed, deny: denied, maxRisk });
}

/** Whether the patterns admit an action id, before anyone asks whether there is such an action. */
export function admitId({ allow, deny }: Admission, id: string): AdmissionAnswer {
  if (allow.length > 0 && !allow.some(({ matches }) => matches(id))) {
    return { admitted: false, rule: 'no pattern under "allow" matches' };
  }
  const denied = deny.find(({ matches }) => matches(id));
  return denied ? { admitted: false, rule: `"${denied.text}" under "deny" matches` } : ADMITTED;
}

/** Whether the ceiling admits a risk; an unrated action counts as the highest tier. */
export function admitRisk({ maxRisk }: Admission, risk: RiskRating): AdmissionAnswer {
  if (maxRisk === undefined) return ADMITTED;
  const rank = risk === 'unrated' ? riskTiers.length - 1 : riskTiers.indexOf(risk);
  if (rank <= riskTiers.indexOf(maxRisk)) return ADMITTED;
  return { admitted: false, rule: `the risk "${risk}" is above "${maxRisk}"` };
}
