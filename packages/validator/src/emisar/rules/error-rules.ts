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

/** The rules for which the loader refuses a pack, in the order of the codes. */
export const errorRules: readonly EmisarRule[] = [
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
];
