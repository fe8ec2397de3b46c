import type { AttuneProfile } from '@packwright/schema/attune';
import type { AuthoredAction } from '@packwright/validator/attune';
import type { PlannedFile } from '../plan/command-plan.ts';
import type { EnvironmentNeed } from './environments/need.ts';

/** An action, and what its pack brings along. */
export interface PlacedAction extends AuthoredAction {
  readonly packRef: string;
  readonly packDigest: string;
  readonly profile: AttuneProfile;
  /** Every file that the digest covers; all are copied, compared and run as that copy. */
  readonly files: readonly Extract<PlannedFile, { readonly source: object }>[];
  readonly needs: readonly EnvironmentNeed[];
}
