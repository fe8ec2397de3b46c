import type { EmisarRule } from '../rule.ts';
import { emi001 } from './emi001-variable-twice.ts';
import { emi003 } from './emi003-verify-action.ts';
import { emi004 } from './emi004-duration-too-long.ts';
import { emi010 } from './emi010-absolute-path.ts';
import { emi011 } from './emi011-path-leaves-pack.ts';
import { emi012 } from './emi012-file-missing.ts';
import { emi013 } from './emi013-link-unresolved.ts';
import { emi014 } from './emi014-link-leaves-pack.ts';
import { emi015 } from './emi015-link.ts';
import { emi016 } from './emi016-file-unreadable.ts';
import { emi020 } from './emi020-model-text.ts';
import { emi021 } from './emi021-search-term-twice.ts';
import { emi022 } from './emi022-summary-needed.ts';
import { emi023 } from './emi023-timeout-positive.ts';
import { emi024 } from './emi024-timeout-bounds-crossed.ts';
import { emi025 } from './emi025-timeout-outside-bounds.ts';
import { emi026 } from './emi026-exit-code-twice.ts';
import { emi027 } from './emi027-byte-bounds-crossed.ts';
import { emi028 } from './emi028-byte-ceiling-outside-bounds.ts';
import { emi029 } from './emi029-output-schema-needs-json.ts';
import { emi030 } from './emi030-argument-twice.ts';
import { emi031 } from './emi031-redaction-pattern.ts';
import { emi032 } from './emi032-forbidden-variable.ts';
import { emi033 } from './emi033-default-of-required.ts';
import { emi034 } from './emi034-enum-and-allowed.ts';
import { emi035 } from './emi035-keyword-for-another-type.ts';
import { emi036 } from './emi036-candidate-type.ts';
import { emi037 } from './emi037-pattern-syntax.ts';
import { emi038 } from './emi038-bound-not-whole.ts';
import { emi039 } from './emi039-bounds-crossed.ts';
import { emi040 } from './emi040-duration-bounds-crossed.ts';
import { emi041 } from './emi041-default.ts';
import { emi042 } from './emi042-example-arguments.ts';
import { emi043 } from './emi043-argv-template.ts';
import { emi044 } from './emi044-env-template.ts';
import { emi045 } from './emi045-shell-program.ts';
import { emi046 } from './emi046-action-id-twice.ts';
import { emi047 } from './emi047-output-schema-root.ts';
import { emi048 } from './emi048-output-schema-not-json.ts';
import { emi049 } from './emi049-output-schema-size.ts';
import { emi050 } from './emi050-output-schema-keyword.ts';
import { emi051 } from './emi051-output-schema-number.ts';
import { emi052 } from './emi052-output-schema-compile.ts';
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

/** Every rule over the content of an emisar pack, in the order of the codes. */
export const emisarRules: readonly EmisarRule[] = [
  emi001,
  emi003,
  emi004,
  emi010,
  emi011,
  emi012,
  emi013,
  emi014,
  emi015,
  emi016,
  emi020,
  emi021,
  emi022,
  emi023,
  emi024,
  emi025,
  emi026,
  emi027,
  emi028,
  emi029,
  emi030,
  emi031,
  emi032,
  emi033,
  emi034,
  emi035,
  emi036,
  emi037,
  emi038,
  emi039,
  emi040,
  emi041,
  emi042,
  emi043,
  emi044,
  emi045,
  emi046,
  emi047,
  emi048,
  emi049,
  emi050,
  emi051,
  emi052,
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
