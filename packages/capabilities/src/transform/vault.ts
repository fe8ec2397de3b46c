/** Where the values behind names are kept. Asked only for what an admitted request takes. */
export interface Vault {
  /** The value of a secret; nothing when there is none of this name. */
  secret(name: string): string | undefined | Promise<string | undefined>;
  /** Whether a credential is there and in force. */
  hasCredential(name: string): boolean | Promise<boolean>;
}

/** A vault for trying lists out: it has everything, and its secrets are their own names in braces. */
export const placeholderVault: Vault = {
  secret: (name) => `{${name}}`,
  hasCredential: () => true,
};
