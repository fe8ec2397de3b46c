import type { EmisarRule } from '../rule.ts';
import { emi201 } from './emi201-number-not-bounded.ts';
import { emi202 } from './emi202-path-not-contained.ts';
import { emi203 } from './emi203-choice-as-pattern.ts';
import { emi204 } from './emi204-length-not-bounded.ts';
import { emi205 } from './emi205-side-effects-denied.ts';
import { emi206 } from './emi206-destructive-below-high.ts';
import { emi207 } from './emi207-program-undeclared.ts';
import { emi208 } from './emi208-version-not-numeric.ts';
import { emi209 } from './emi209-verify-action.ts';
import { emi210 } from './emi210-homepage.ts';
import { emi211 } from './emi211-no-example.ts';
import { emi212 } from './emi212-description-verb.ts';
import { emi213 } from './emi213-not-generic.ts';
import { emi215 } from './emi215-http-failure.ts';
import { emi216 } from './emi216-free-program.ts';

const rules: readonly EmisarRule[] = [
  emi201,
  emi202,
  emi203,
  emi204,
  emi205,
  emi206,
  emi207,
  emi208,
  emi209,
  emi210,
  emi211,
  emi212,
  emi213,
  emi215,
  emi216,
];

/** The review bar of the public registry; it counts only for those who ask for it. */
export const registryRules: readonly EmisarRule[] = rules.map((rule) => ({ ...rule, audience: 'registry' }));
