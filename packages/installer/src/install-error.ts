import type { OpenedPack } from '@packwright/validator';

/** Every reason for which the installer does nothing. */
export type InstallErrorCode =
  | 'request_unclear'
  | 'registry_unset'
  | 'packs_dir_unset'
  | 'packs_dir_gone'
  | 'settings_refused'
  | 'address_refused'
  | 'host_refused'
  | 'redirect_refused'
  | 'not_found'
  | 'fetch_failed'
  | 'too_large'
  | 'too_slow'
  | 'index_malformed'
  | 'source_unsupported'
  | 'pack_refused'
  | 'not_a_file'
  | 'name_unsafe'
  | 'hash_mismatch'
  | 'other_pack'
  | 'signature_refused'
  | 'signing_failed'
  | 'already_installed'
  | 'not_installed'
  | 'nothing_before'
  | 'not_locked'
  | 'lock_malformed'
  | 'store_damaged'
  | 'trust_refused'
  | 'environment_failed'
  | 'journal_damaged'
  | 'busy'
  | 'registry_conflict';

/** Why nothing was installed or changed; what was there before is there still. */
export class InstallError extends Error {
  readonly code: InstallErrorCode;
  /** What to do. */
  readonly hint: string;
  /** The pack at fault, where its diagnostics say more. */
  readonly opened: OpenedPack | undefined;

  constructor(
    code: InstallErrorCode,
    message: string,
    hint: string,
    { cause, opened }: { readonly cause?: unknown; readonly opened?: OpenedPack } = {},
  ) {
    super(message, { cause });
    this.name = 'InstallError';
    this.code = code;
    this.hint = hint;
    this.opened = opened;
  }
}
