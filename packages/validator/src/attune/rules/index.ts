import type { AttuneRule } from '../rule.ts';
import { att001 } from './att001-names-conflict.ts';
import { att003 } from './att003-no-directory.ts';
import { att004 } from './att004-too-large.ts';
import { att005 } from './att005-link.ts';
import { att010 } from './att010-ref-of-other-pack.ts';
import { att011 } from './att011-ref-twice.ts';
import { att012 } from './att012-target-missing.ts';
import { att013 } from './att013-file-missing.ts';
import { att014 } from './att014-path-leaves-pack.ts';
import { att016 } from './att016-nothing-to-run.ts';
import { att017 } from './att017-no-triggers.ts';
import { att018 } from './att018-schema-form.ts';
import { att019 } from './att019-environment.ts';
import { att020 } from './att020-allowed-packs.ts';
import { att021 } from './att021-refused-word.ts';
import { att022 } from './att022-policy-controls.ts';
import { att023 } from './att023-runtime-versions.ts';
import { att024 } from './att024-cache-limits.ts';
import { att025 } from './att025-cache-grant.ts';
import { att026 } from './att026-dashboard.ts';
import { att027 } from './att027-not-json.ts';
import { att028 } from './att028-queue.ts';
import { att030 } from './att030-unknown-task.ts';
import { att031 } from './att031-task-incomplete.ts';
import { att032 } from './att032-wait-for.ts';
import { att101 } from './att101-key-without-effect.ts';
import { att102 } from './att102-unknown-key.ts';
import { att103 } from './att103-key-of-other-profile.ts';
import { att104 } from './att104-ignored-location.ts';
import { att105 } from './att105-old-graph.ts';
import { att106 } from './att106-unexpected-value.ts';
import { att108 } from './att108-unknown-runner.ts';
import { att109 } from './att109-version-range.ts';
import { att110 } from './att110-schema-unusable.ts';
import { att111 } from './att111-unfit-default.ts';
import { att112 } from './att112-keyword-without-effect.ts';
import { att113 } from './att113-config.ts';
import { att114 } from './att114-trigger-params.ts';
import { att115 } from './att115-action-params.ts';
import { att116 } from './att116-task-input.ts';
import { att117 } from './att117-rule-template.ts';
import { att118 } from './att118-expression.ts';
import { att119 } from './att119-task-unreachable.ts';
import { att120 } from './att120-task-name-twice.ts';
import { att121 } from './att121-join.ts';
import { att122 } from './att122-endless.ts';
import { att123 } from './att123-secret-flow.ts';
import { att124 } from './att124-conditions.ts';
import { att125 } from './att125-config-schema-file.ts';
import { att126 } from './att126-secret-in-environment.ts';
import { att128 } from './att128-testing.ts';
import { att129 } from './att129-task-limits.ts';
import { att130 } from './att130-passed-over.ts';
import { att131 } from './att131-several-programs.ts';
import { att132 } from './att132-trigger-not-linked.ts';
import { att133 } from './att133-merge-key.ts';

/** Every rule over the content of an Attune pack, in the order of the codes. */
export const attuneRules: readonly AttuneRule[] = [
  att001,
  att003,
  att004,
  att005,
  att010,
  att011,
  att012,
  att013,
  att014,
  att016,
  att017,
  att018,
  att019,
  att020,
  att021,
  att022,
  att023,
  att024,
  att025,
  att026,
  att027,
  att028,
  att030,
  att031,
  att032,
  att101,
  att102,
  att103,
  att104,
  att105,
  att106,
  att108,
  att109,
  att110,
  att111,
  att112,
  att113,
  att114,
  att115,
  att116,
  att117,
  att118,
  att119,
  att120,
  att121,
  att122,
  att123,
  att124,
  att125,
  att126,
  att128,
  att129,
  att130,
  att131,
  att132,
  att133,
];
