import type { EmisarRule } from '../rule.ts';
import { errorRules } from './error-rules.ts';
import { warningRules } from './warning-rules.ts';

/** Every rule over the content of an emisar pack, in the order of the codes. */
export const emisarRules: readonly EmisarRule[] = [...errorRules, ...warningRules];
