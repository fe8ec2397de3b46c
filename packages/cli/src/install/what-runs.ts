import type { TrustState } from '@packwright/trust';

/** A line for bytes that were put in place and do not run, with what may be done about it; empty where they run. */
export function whatRuns(state: TrustState, id: string, digest: string): string {
  if (state === 'trusted') return '';
  if (state === 'revoked') return '\n  nothing of it runs: these bytes were revoked for good';
  return `\n  nothing of it runs yet: \`packwright trust ${id} ${digest}\``;
}
