import type { EvershellRule } from '../rule.ts';
import { capabilityRules } from './capabilities/index.ts';
import { contentRules } from './content-rules.ts';
import { evs015 } from './evs015-reserved-name.ts';
import { evs016 } from './evs016-version-latest.ts';
import { evs017 } from './evs017-suggested-packs.ts';
import { evs018 } from './evs018-many-aliases.ts';
import { evs019 } from './evs019-behavior-too-large.ts';
import { evs020 } from './evs020-behavior-not-utf8.ts';
import { evs021 } from './evs021-hidden-characters.ts';
import { evs022 } from './evs022-capabilities-beyond-limits.ts';
import { evs101 } from './evs101-no-description.ts';
import { evs102 } from './evs102-left-over.ts';
import { evs103 } from './evs103-possible-secret.ts';
import { evs104 } from './evs104-suggestion-needless.ts';
import { evs105 } from './evs105-behavior-empty.ts';
import { evs106 } from './evs106-behavior-names-nothing.ts';

/** Every rule over the content of a pack, in the order of the codes. */
export const evershellRules: readonly EvershellRule[] = [
  ...contentRules,
  evs015,
  evs016,
  evs017,
  evs018,
  evs019,
  evs020,
  evs021,
  evs022,
  evs101,
  evs102,
  evs103,
  evs104,
  evs105,
  evs106,
  ...capabilityRules,
];
