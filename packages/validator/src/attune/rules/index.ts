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
import { att101 } from './att101-key-without-effect.ts';
import { att102 } from './att102-unknown-key.ts';
import { att103 } from './att103-key-of-other-profile.ts';
import { att104 } from './att104-ignored-location.ts';
import { att105 } from './att105-old-graph.ts';
import { att106 } from './att106-unexpected-value.ts';

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
  att101,
  att102,
  att103,
  att104,
  att105,
  att106,
];
