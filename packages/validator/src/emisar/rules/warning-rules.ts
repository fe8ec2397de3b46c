import type { EmisarRule } from '../rule.ts';
import { emi101 } from './emi101-secret-not-sensitive.ts';
import { emi102 } from './emi102-action-not-listed.ts';
import { emi103 } from './emi103-optional-reference.ts';
import { emi104 } from './emi104-name-out-of-reach.ts';
import { emi105 } from './emi105-argv-without-effect.ts';
import { emi106 } from './emi106-mcp-address.ts';
import { emi107 } from './emi107-unbounded-string.ts';
import { emi108 } from './emi108-pattern-is-no-containment.ts';
import { emi109 } from './emi109-interpreter-undeclared.ts';
import { emi110 } from './emi110-sensitive-short-value.ts';
import { emi111 } from './emi111-risk-below-floor.ts';
import { emi112 } from './emi112-host-access.ts';
import { emi113 } from './emi113-argument-unused.ts';
import { emi116 } from './emi116-program-with-spaces.ts';
import { emi117 } from './emi117-relative-cwd.ts';
import { emi118 } from './emi118-pattern-not-anchored.ts';
import { emi119 } from './emi119-redaction-twice.ts';
import { emi120 } from './emi120-variable-name.ts';
import { emi121 } from './emi121-steering-variable.ts';
import { emi122 } from './emi122-boolean-always-set.ts';
import { emi123 } from './emi123-replacement-group.ts';
import { emi124 } from './emi124-redaction-of-nothing.ts';
import { emi125 } from './emi125-output-key-masked.ts';
import { emi126 } from './emi126-option-left-behind.ts';
import { emi127 } from './emi127-parser-without-effect.ts';
import { emi128 } from './emi128-path-rule-never-matches.ts';
import { emi129 } from './emi129-unknown-system.ts';
import { emi131 } from './emi131-text-in-program.ts';
import { emi132 } from './emi132-path-without-rules.ts';
import { emi133 } from './emi133-shebang-not-read.ts';
import { emi134 } from './emi134-sensitive-default.ts';
import { emi135 } from './emi135-too-many-actions.ts';
import { emi136 } from './emi136-value-as-option.ts';

/** The rules that warn of what the loader takes, in the order of the codes. */
export const warningRules: readonly EmisarRule[] = [
  emi101,
  emi102,
  emi103,
  emi104,
  emi105,
  emi106,
  emi107,
  emi108,
  emi109,
  emi110,
  emi111,
  emi112,
  emi113,
  emi116,
  emi117,
  emi118,
  emi119,
  emi120,
  emi121,
  emi122,
  emi123,
  emi124,
  emi125,
  emi126,
  emi127,
  emi128,
  emi129,
  emi131,
  emi132,
  emi133,
  emi134,
  emi135,
  emi136,
];
