import { Members } from '../expression/values.ts';
import { secretsOfChange, type Transform } from './transform.ts';
import type { Vault } from './vault.ts';

/** The secrets that some transforms take, or the first transform of which something is not to be had. */
export type Unlocked =
  | { readonly ok: true; readonly secrets: Members }
  | { readonly ok: false; readonly transform: string; readonly credential: string | null };

/** Gets what transforms need, in their order (specs/evershell 3.14, step 13). */
export async function unlock(transforms: readonly Transform[], vault: Vault): Promise<Unlocked> {
  const secrets = new Members();
  for (const { name, change } of transforms) {
    if (change.kind === 'auth') {
      if (await vault.hasCredential(change.credential)) continue;
      return { ok: false, transform: name, credential: change.credential };
    }
    for (const secret of secretsOfChange(change)) {
      const value = await vault.secret(secret);
      if (value === undefined) return { ok: false, transform: name, credential: null };
      secrets.set(secret, value);
    }
  }
  return { ok: true, secrets };
}
