import { type Admission, compileAdmission } from '@packwright/trust';
import { InstallError } from '../install-error.ts';
import type { Host } from './host.ts';

/** Which actions a host admits. Throws an `InstallError` for patterns that cannot be read. */
export function admissionOf({ settings }: Pick<Host, 'settings'>): Admission {
  const admission = compileAdmission(settings.admission);
  if (admission.ok) return admission.value;
  const { message, hint } = admission.problem;
  throw new InstallError('settings_refused', message, hint);
}
